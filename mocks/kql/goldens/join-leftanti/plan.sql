SELECT "Account~3" AS "Account~3", "Device~4" AS "Device~4"
FROM (SELECT "Account~3" AS "Account~3", "Device~4" AS "Device~4"
FROM (SELECT "Account" AS "Account~3", "Device" AS "Device~4"
FROM logs."Logons") AS t1 ANTI JOIN (SELECT "Device" AS "Device~12"
FROM logs."Logons"
WHERE "Failed") AS t2 ON "Device~4" = "Device~12") AS t3

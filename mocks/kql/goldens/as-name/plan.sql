WITH shared_17 AS MATERIALIZED (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons"
WHERE "Failed")
SELECT "Device~13" AS "Device~13"
FROM (SELECT "Device~13" AS "Device~13"
FROM (SELECT "Timestamp~1" AS "Timestamp~10", "TimeGenerated~2" AS "TimeGenerated~11", "Account~3" AS "Account~12", "Device~4" AS "Device~13", "Failed~5" AS "Failed~14", "Port~6" AS "Port~15", "Details~7" AS "Details~16", "Type~8" AS "Type~17"
FROM shared_17) AS t1 JOIN (SELECT "Last~26" AS "Last~26"
FROM (SELECT max("Timestamp~1")  AS "Last~26"
FROM shared_17) AS t2) AS t3 ON "Timestamp~10" IS NOT DISTINCT FROM "Last~26") AS t4

SELECT "Account~3" AS "Account~3", "Device~4" AS "Device~4", "Account1~18" AS "Account1~18", "Count~17" AS "Count~17" FROM (SELECT "Account~3" AS "Account~3", "Device~4" AS "Device~4", "Account1~18" AS "Account1~18", "Count~17" AS "Count~17"
FROM (SELECT "Account~3" AS "Account~3", "Device~4" AS "Device~4", "Account~11" AS "Account1~18", "Count~17" AS "Count~17"
FROM (SELECT DISTINCT ON ("Account") "Account" AS "Account~3", "Device" AS "Device~4"
FROM logs."Logons") AS t1 JOIN (SELECT "Account~11" AS "Account~11", "Count~17" AS "Count~17"
FROM (SELECT "Account" AS "Account~11", count(*)  AS "Count~17"
FROM logs."Logons"
GROUP BY 1) AS t2) AS t3 ON "Account~3" = "Account~11") AS t4) AS result
ORDER BY "Device~4" ASC NULLS FIRST, "Account~3" ASC NULLS FIRST

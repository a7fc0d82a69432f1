WITH shared_17 AS MATERIALIZED (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons")
SELECT "Account~19" AS "Account~19", "Name~20" AS "Name~20" FROM (SELECT "Account~19" AS "Account~19", "Name~20" AS "Name~20", "Account~18" AS "Account~18"
FROM (SELECT "Account~18" AS "Account~18", "Account~19" AS "Account~19", "Name~20" AS "Name~20"
FROM (SELECT "Account~18" AS "Account~18"
FROM (SELECT "Account~3" AS "Account~18"
FROM shared_17
GROUP BY 1) AS t1) AS t2, LATERAL (SELECT "Account~19" AS "Account~19", "Name~20" AS "Name~20"
FROM (SELECT "Account~19" AS "Account~19", "Name~20" AS "Name~20"
FROM (VALUES (CAST('alex' AS VARCHAR), CAST('Alex Johnson' AS VARCHAR)), ('maya', 'Maya Chen')) AS t3("Account~19", "Name~20")) AS t4
WHERE ("Account~19" = "Account~18")) AS t5) AS t6) AS result
ORDER BY "Account~18" ASC NULLS FIRST

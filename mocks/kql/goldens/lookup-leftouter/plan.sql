SELECT "Device~4", "Service~10" FROM (SELECT "Device~4" AS "Device~4", "Service~10" AS "Service~10"
FROM (SELECT "Timestamp~1" AS "Timestamp~1", "TimeGenerated~2" AS "TimeGenerated~2", "Account~3" AS "Account~3", "Device~4" AS "Device~4", "Failed~5" AS "Failed~5", "Port~6" AS "Port~6", "Details~7" AS "Details~7", "Type~8" AS "Type~8", coalesce("Service~10", '') AS "Service~10"
FROM (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons") AS t1 LEFT JOIN (SELECT "Port~9" AS "Port~9", "Service~10" AS "Service~10"
FROM (SELECT CAST(22 AS BIGINT) AS "Port~9", 'ssh' AS "Service~10") AS t2) AS t3 ON "Port~6" IS NOT DISTINCT FROM "Port~9") AS t4) AS result
ORDER BY "Device~4" ASC NULLS FIRST, "Service~10" ASC NULLS FIRST

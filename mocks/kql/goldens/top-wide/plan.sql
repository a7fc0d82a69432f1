SELECT "Timestamp~1" AS "Timestamp~1", "TimeGenerated~2" AS "TimeGenerated~2", "Account~3" AS "Account~3", "Device~4" AS "Device~4", "Failed~5" AS "Failed~5", "Port~6" AS "Port~6", "Details~7" AS "Details~7", "Type~8" AS "Type~8" FROM (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons"
WHERE rowid IN (SELECT rowid FROM logs."Logons"
WHERE starts_with(lower("Device"), lower('ws'))
ORDER BY "Timestamp" DESC NULLS LAST
LIMIT CAST(2000 AS BIGINT))) AS result
ORDER BY "Timestamp~1" DESC NULLS LAST

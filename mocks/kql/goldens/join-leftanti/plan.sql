SELECT "Account~3" AS "Account~3", "Device~4" AS "Device~4"
FROM (SELECT "Timestamp~1" AS "Timestamp~1", "TimeGenerated~2" AS "TimeGenerated~2", "Account~3" AS "Account~3", "Device~4" AS "Device~4", "Failed~5" AS "Failed~5", "Port~6" AS "Port~6", "Details~7" AS "Details~7", "Type~8" AS "Type~8"
FROM (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons") AS t1 ANTI JOIN (SELECT "Timestamp" AS "Timestamp~9", "TimeGenerated" AS "TimeGenerated~10", "Account" AS "Account~11", "Device" AS "Device~12", "Failed" AS "Failed~13", "Port" AS "Port~14", "Details" AS "Details~15", "Type" AS "Type~16"
FROM logs."Logons"
WHERE "Failed") AS t2 ON "Device~4" = "Device~12") AS t3

SELECT "Account~3", "Tag~10" FROM (SELECT "Account~3" AS "Account~3", k_d2s("Tag~9") AS "Tag~10"
FROM (SELECT "Timestamp~1" AS "Timestamp~1", "TimeGenerated~2" AS "TimeGenerated~2", "Account~3" AS "Account~3", "Device~4" AS "Device~4", "Failed~5" AS "Failed~5", "Port~6" AS "Port~6", "Details~7" AS "Details~7", "Type~8" AS "Type~8", nullif(unnest(k_elements(k_get("Details~7", '$."tags"'))), 'null') AS "Tag~9" FROM (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons") AS t1) AS t2) AS result
ORDER BY "Account~3" ASC NULLS FIRST, "Tag~10" ASC NULLS FIRST

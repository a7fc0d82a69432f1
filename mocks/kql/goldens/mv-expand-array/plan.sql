SELECT "Account~3" AS "Account~3", "Tag~10" AS "Tag~10" FROM (SELECT "Account~3" AS "Account~3", k_d2s("Tag~9") AS "Tag~10"
FROM (SELECT "Account~3" AS "Account~3", nullif(unnest(k_elements(k_get("Details~7", '$."tags"'))), 'null') AS "Tag~9" FROM (SELECT "Account" AS "Account~3", "Details" AS "Details~7"
FROM logs."Logons") AS t1) AS t2) AS result
ORDER BY "Account~3" ASC NULLS FIRST, "Tag~10" ASC NULLS FIRST

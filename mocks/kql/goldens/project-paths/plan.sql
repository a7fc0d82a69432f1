SELECT "Account~3" AS "Account~3", "Ip~9" AS "Ip~9", "Tag~10" AS "Tag~10" FROM (SELECT "Account" AS "Account~3", coalesce(json_extract_string("Details", '$."ip"'), '') AS "Ip~9", k_get("Details", '$."tags"[0]') AS "Tag~10"
FROM logs."Logons") AS result
ORDER BY "Ip~9" ASC NULLS FIRST, "Account~3" ASC NULLS FIRST

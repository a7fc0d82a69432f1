SELECT "Account~3", "Ip~9", "Tag~10" FROM (SELECT "Account" AS "Account~3", k_d2s(k_get("Details", '$."ip"')) AS "Ip~9", k_get("Details", '$."tags"[0]') AS "Tag~10"
FROM logs."Logons") AS result
ORDER BY "Ip~9" ASC NULLS FIRST, "Account~3" ASC NULLS FIRST

SELECT "Account~3" AS "Account~3", "Port~6" AS "Port~6" FROM (SELECT "Account" AS "Account~3", "Port" AS "Port~6"
FROM logs."Logons"
WHERE ("Port" IS DISTINCT FROM CAST(22 AS BIGINT))) AS result
ORDER BY "Port~6" ASC NULLS FIRST

SELECT "Source~11" AS "Source~11", "Account~12" AS "Account~12", "Extra~13" AS "Extra~13" FROM (SELECT "Source~11" AS "Source~11", "Account~12" AS "Account~12", "Extra~13" AS "Extra~13"
FROM (SELECT 'union_arg0' AS "Source~11", "Account~3" AS "Account~12", CAST(NULL AS BIGINT) AS "Extra~13"
FROM (SELECT "Account" AS "Account~3"
FROM logs."Logons"
LIMIT CAST(1 AS BIGINT)) AS t1
UNION ALL
SELECT 'union_arg1' AS "Source~11", "Account~9" AS "Account~12", "Extra~10" AS "Extra~13"
FROM (SELECT 'x' AS "Account~9", CAST(1 AS BIGINT) AS "Extra~10") AS t2) AS t3) AS result
ORDER BY "Extra~13" ASC NULLS FIRST

SELECT "Account~3" AS "Account~3" FROM (SELECT "Account~3" AS "Account~3", "Timestamp~1" AS "Timestamp~1"
FROM (SELECT "Account" AS "Account~3", "Timestamp" AS "Timestamp~1"
FROM logs."Logons"
ORDER BY "Timestamp" DESC NULLS LAST
LIMIT CAST(2 AS BIGINT)) AS t1) AS result
ORDER BY "Timestamp~1" DESC NULLS LAST

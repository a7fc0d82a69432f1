SELECT "Timestamp~1" AS "Timestamp~1", "Account~3" AS "Account~3" FROM (SELECT "Timestamp~1" AS "Timestamp~1", "Account~3" AS "Account~3", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Timestamp~1" AS "Timestamp~1", "Account~3" AS "Account~3", "next~11" AS "next~11", lag("restarts~9", CAST(CAST(1 AS BIGINT) AS INTEGER), CAST(0 AS BIGINT)) OVER (ORDER BY "ordinal~1" ASC NULLS LAST) AS "prev~12", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Timestamp~1" AS "Timestamp~1", "Account~3" AS "Account~3", "restarts~9" AS "restarts~9", lead("restarts~9", CAST(CAST(1 AS BIGINT) AS INTEGER), "total~10") OVER (ORDER BY "ordinal~1" ASC NULLS LAST) AS "next~11", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Timestamp~1" AS "Timestamp~1", "Account~3" AS "Account~3", "restarts~9" AS "restarts~9", max("restarts~9") OVER () AS "total~10", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Timestamp~1" AS "Timestamp~1", "Account~3" AS "Account~3", CAST(coalesce(sum(CAST(("Account~3" = 'maya') AS BIGINT)) OVER (ORDER BY "ordinal~1" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0) AS BIGINT) AS "restarts~9", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Timestamp" AS "Timestamp~1", "Account" AS "Account~3", row_number() OVER (ORDER BY "Timestamp" ASC NULLS FIRST) AS "ordinal~1"
FROM logs."Logons") AS t2) AS t3) AS t4) AS t5) AS t6
WHERE ("prev~12" < "next~11")) AS result
ORDER BY "ordinal~1" ASC NULLS LAST

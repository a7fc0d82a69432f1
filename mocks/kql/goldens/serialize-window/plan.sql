SELECT "N~11" AS "N~11", "Account~3" AS "Account~3", "Before~12" AS "Before~12", "Sum~13" AS "Sum~13" FROM (SELECT "N~11" AS "N~11", "Account~3" AS "Account~3", "Before~12" AS "Before~12", "Sum~13" AS "Sum~13", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Account~3" AS "Account~3", (row_number() OVER (ORDER BY "ordinal~1" ASC NULLS LAST) + 1 - 1) AS "N~11", lag("Account~3", CAST(1 AS INTEGER), '') OVER (ORDER BY "ordinal~1" ASC NULLS LAST) AS "Before~12", CAST(sum("Port~6") OVER (PARTITION BY "window~9" ORDER BY "ordinal~1" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS "Sum~13", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Account~3" AS "Account~3", "Port~6" AS "Port~6", CAST(coalesce(sum(CAST(("Account~3" <> "window~10") AS BIGINT)) OVER (ORDER BY "ordinal~1" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0) AS BIGINT) AS "window~9", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Account~3" AS "Account~3", "Port~6" AS "Port~6", lag("Account~3", CAST(1 AS INTEGER), '') OVER (ORDER BY "ordinal~1" ASC NULLS LAST) AS "window~10", "ordinal~1" AS "ordinal~1"
FROM (SELECT "Timestamp" AS "Timestamp~1", "Account" AS "Account~3", "Port" AS "Port~6", row_number() OVER (ORDER BY "Timestamp" ASC NULLS FIRST) AS "ordinal~1"
FROM logs."Logons") AS t2) AS t3) AS t4) AS t5) AS result
ORDER BY "ordinal~1" ASC NULLS LAST

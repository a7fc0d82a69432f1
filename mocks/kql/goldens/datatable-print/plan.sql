SELECT "x~1" AS "x~1", "d~2" AS "d~2", k_get("d~2", '$."a"[1]') AS "y~3"
FROM (VALUES (CAST(CAST(1 AS BIGINT) AS BIGINT), CAST('{"a":[1,2.5]}' AS VARCHAR)), (CAST(2 AS BIGINT), CAST(NULL AS VARCHAR))) AS t1("x~1", "d~2")

SELECT "Day~14" AS "Day~14", "Count~15" AS "Count~15", "Dcount~16" AS "Dcount~16" FROM (SELECT "reached~12" AS "Day~14", "count~11" AS "Count~15", "dcount~13" AS "Dcount~16", "reached~12" AS "reached~12", "count~11" AS "count~11", "dcount~13" AS "dcount~13"
FROM (SELECT "reached~10" AS "reached~12", k_wrap64(coalesce(sum("count~6") , 0)) AS "count~11", count(DISTINCT "User~7")  AS "dcount~13"
FROM (SELECT "User~7" AS "User~7", "count~6" AS "count~6", k_indates("window~8" + "offset~9") AS "reached~10"
FROM (SELECT "User~7" AS "User~7", "window~8" AS "window~8", "count~6" AS "count~6", "offset~9" AS "offset~9"
FROM (SELECT "User~7" AS "User~7", "window~8" AS "window~8", "count~6" AS "count~6"
FROM (SELECT "User~1" AS "User~7", (k_binlong("Day~2" - CAST(638713728000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638713728000000000 AS BIGINT)) AS "window~8", count(*)  AS "count~6"
FROM (VALUES (CAST('A' AS VARCHAR), CAST(CAST(638712864000000000 AS BIGINT) AS BIGINT)), ('B', CAST(638712864000000000 AS BIGINT)), ('A', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638714196000000000 AS BIGINT)), ('B', CAST(638715456000000000 AS BIGINT))) AS t1("User~1", "Day~2")
WHERE (k_indates(CAST(638713728000000000 AS BIGINT) - CAST(1728000000000 AS BIGINT)) < "Day~2") AND ("Day~2" <= CAST(638716320000000000 AS BIGINT))
GROUP BY 1, 2) AS t2) AS t3 JOIN (SELECT "offset~9" AS "offset~9"
FROM (SELECT CAST(CAST(0 AS BIGINT) + CAST(864000000000 AS BIGINT) * t4.n AS BIGINT) AS "offset~9" FROM generate_series(0, coalesce(CAST(floor(CAST(greatest(CAST((CAST(1728000000000 AS BIGINT) - CAST(864000000000 AS BIGINT)) AS BIGINT), CAST(0 AS BIGINT)) - CAST(0 AS BIGINT) AS DOUBLE) / CAST(864000000000 AS BIGINT)) AS BIGINT), -1)) AS t4(n)) AS t4r) AS t5 ON TRUE) AS t6) AS t7
WHERE (CAST(638713728000000000 AS BIGINT) <= "reached~10") AND ("reached~10" <= CAST(638716320000000000 AS BIGINT))
GROUP BY 1) AS t8) AS result
ORDER BY "reached~12" ASC NULLS FIRST, "count~11" ASC NULLS FIRST, "dcount~13" ASC NULLS FIRST

WITH shared_8 AS MATERIALIZED (SELECT "User~6" AS "User~6", "window~7" AS "window~7"
FROM (SELECT "User~1" AS "User~6", (k_binlong("Day~2" - CAST(638712864000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638712864000000000 AS BIGINT)) AS "window~7"
FROM (VALUES (CAST('A' AS VARCHAR), CAST(CAST(638712864000000000 AS BIGINT) AS BIGINT)), ('B', CAST(638712864000000000 AS BIGINT)), ('A', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638714196000000000 AS BIGINT)), ('B', CAST(638715456000000000 AS BIGINT))) AS t1("User~1", "Day~2")
WHERE (k_indates(CAST(638712864000000000 AS BIGINT) - CAST(2592000000000 AS BIGINT)) < "Day~2") AND ("Day~2" <= CAST(638716320000000000 AS BIGINT))
GROUP BY 1, 2) AS t2)
SELECT "Day~19" AS "Day~19", "dcount_activities_inner~20" AS "dcount_activities_inner~20", "dcount_activities_outer~21" AS "dcount_activities_outer~21", "activity_ratio~22" AS "activity_ratio~22" FROM (SELECT "window~11" AS "Day~19", "dcount~12" AS "dcount_activities_inner~20", "dcount~18" AS "dcount_activities_outer~21", (CAST("dcount~12" AS DOUBLE) / CAST("dcount~18" AS DOUBLE)) AS "activity_ratio~22", "window~11" AS "window~11", "dcount~12" AS "dcount~12", "reached~17" AS "reached~17", "dcount~18" AS "dcount~18"
FROM (SELECT "window~11" AS "window~11", "dcount~12" AS "dcount~12", "reached~17" AS "reached~17", "dcount~18" AS "dcount~18"
FROM (SELECT "window~11" AS "window~11", "dcount~12" AS "dcount~12"
FROM (SELECT "window~7" AS "window~11", count(DISTINCT "User~6")  AS "dcount~12"
FROM shared_8
WHERE (CAST(638712864000000000 AS BIGINT) <= "window~7")
GROUP BY 1) AS t3) AS t4 JOIN (SELECT "reached~17" AS "reached~17", "dcount~18" AS "dcount~18"
FROM (SELECT "reached~16" AS "reached~17", count(DISTINCT "User~13")  AS "dcount~18"
FROM (SELECT "User~13" AS "User~13", k_indates("window~14" + "offset~15") AS "reached~16"
FROM (SELECT "User~13" AS "User~13", "window~14" AS "window~14", "offset~15" AS "offset~15"
FROM (SELECT "User~6" AS "User~13", "window~7" AS "window~14"
FROM shared_8) AS t5 JOIN (SELECT "offset~15" AS "offset~15"
FROM (SELECT CAST(CAST(0 AS BIGINT) + CAST(864000000000 AS BIGINT) * t6.n AS BIGINT) AS "offset~15" FROM generate_series(0, coalesce(CAST(floor(CAST(greatest(CAST((CAST(2592000000000 AS BIGINT) - CAST(864000000000 AS BIGINT)) AS BIGINT), CAST(0 AS BIGINT)) - CAST(0 AS BIGINT) AS DOUBLE) / CAST(864000000000 AS BIGINT)) AS BIGINT), -1)) AS t6(n)) AS t6r) AS t7 ON TRUE) AS t8) AS t9
WHERE (CAST(638712864000000000 AS BIGINT) <= "reached~16") AND ("reached~16" <= CAST(638716320000000000 AS BIGINT))
GROUP BY 1) AS t10) AS t11 ON "window~11" IS NOT DISTINCT FROM "reached~17") AS t12) AS result
ORDER BY "window~11" ASC NULLS FIRST, "dcount~12" ASC NULLS FIRST, "reached~17" ASC NULLS FIRST, "dcount~18" ASC NULLS FIRST

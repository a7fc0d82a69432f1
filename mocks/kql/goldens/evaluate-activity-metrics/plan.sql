WITH shared_8 AS MATERIALIZED (SELECT "User~6" AS "User~6", "window~7" AS "window~7"
FROM (SELECT "User~1" AS "User~6", (k_binlong("Day~2" - CAST(638712864000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638712864000000000 AS BIGINT)) AS "window~7"
FROM (VALUES (CAST('A' AS VARCHAR), CAST(CAST(638712864000000000 AS BIGINT) AS BIGINT)), ('B', CAST(638712864000000000 AS BIGINT)), ('A', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638714196000000000 AS BIGINT)), ('B', CAST(638715456000000000 AS BIGINT))) AS t1("User~1", "Day~2")
WHERE (CAST(638712864000000000 AS BIGINT) <= "Day~2") AND ("Day~2" <= CAST(638716320000000000 AS BIGINT)) AND (NOT FALSE)
GROUP BY 1, 2) AS t2)
SELECT "Day~24" AS "Day~24", "dcount_values~25" AS "dcount_values~25", "dcount_newvalues~26" AS "dcount_newvalues~26", "retention_rate~27" AS "retention_rate~27", "churn_rate~28" AS "churn_rate~28" FROM (SELECT "window~16" AS "Day~24", "dcount~17" AS "dcount_values~25", CAST(("dcount~17" - "back~15") AS BIGINT) AS "dcount_newvalues~26", (CAST("back~15" AS DOUBLE) / CAST(coalesce("dcount~23", CAST(0 AS BIGINT)) AS DOUBLE)) AS "retention_rate~27", (CAST(CAST((coalesce("dcount~23", CAST(0 AS BIGINT)) - "back~15") AS BIGINT) AS DOUBLE) / CAST(coalesce("dcount~23", CAST(0 AS BIGINT)) AS DOUBLE)) AS "churn_rate~28", "window~16" AS "window~16", "dcount~17" AS "dcount~17", "back~15" AS "back~15", "window~22" AS "window~22", "dcount~23" AS "dcount~23"
FROM (SELECT "window~16" AS "window~16", "dcount~17" AS "dcount~17", "back~15" AS "back~15", "window~22" AS "window~22", "dcount~23" AS "dcount~23"
FROM (SELECT "window~16" AS "window~16", "dcount~17" AS "dcount~17", "back~15" AS "back~15"
FROM (SELECT "window~10" AS "window~16", count(DISTINCT "User~9")  AS "dcount~17", count(*) FILTER (WHERE (NOT ("window~14" IS NULL))) AS "back~15"
FROM (SELECT "User~9" AS "User~9", "window~10" AS "window~10", "window~14" AS "window~14"
FROM (SELECT "User~6" AS "User~9", "window~7" AS "window~10"
FROM shared_8) AS t3 LEFT JOIN (SELECT "User~13" AS "User~13", "window~14" AS "window~14"
FROM (SELECT "User~6" AS "User~13", k_indates("window~7" + CAST(864000000000 AS BIGINT)) AS "window~14"
FROM shared_8
GROUP BY 1, 2) AS t4) AS t5 ON "User~9" = "User~13" AND "window~10" IS NOT DISTINCT FROM "window~14") AS t6
GROUP BY 1) AS t7) AS t8 LEFT JOIN (SELECT "window~22" AS "window~22", "dcount~23" AS "dcount~23"
FROM (SELECT "window~21" AS "window~22", count(DISTINCT "User~20")  AS "dcount~23"
FROM (SELECT "User~6" AS "User~20", k_indates("window~7" + CAST(864000000000 AS BIGINT)) AS "window~21"
FROM shared_8
GROUP BY 1, 2) AS t9
GROUP BY 1) AS t10) AS t11 ON "window~16" IS NOT DISTINCT FROM "window~22") AS t12) AS result
ORDER BY "window~16" ASC NULLS FIRST, "dcount~17" ASC NULLS FIRST, "back~15" ASC NULLS FIRST, "window~22" ASC NULLS FIRST, "dcount~23" ASC NULLS FIRST

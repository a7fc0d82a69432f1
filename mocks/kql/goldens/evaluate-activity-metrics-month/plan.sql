WITH shared_9 AS MATERIALIZED (SELECT "User~7" AS "User~7", "window~8" AS "window~8"
FROM (SELECT "User~5" AS "User~7", k_startof('month', "Day~6", 0) AS "window~8"
FROM (SELECT "User~1" AS "User~5", CAST(k_js('datetime_add(string, long, datetime): datetime', CAST('day' AS VARCHAR), CAST(CAST((CAST(20 AS BIGINT) * day(k_ts("Day~2"))) AS BIGINT) AS VARCHAR), CAST("Day~2" AS VARCHAR)) AS BIGINT) AS "Day~6"
FROM (VALUES (CAST('A' AS VARCHAR), CAST(CAST(638712864000000000 AS BIGINT) AS BIGINT)), ('B', CAST(638712864000000000 AS BIGINT)), ('A', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638714196000000000 AS BIGINT)), ('B', CAST(638715456000000000 AS BIGINT))) AS t1("User~1", "Day~2")) AS t2
WHERE (CAST(638712864000000000 AS BIGINT) <= "Day~6") AND ("Day~6" <= CAST(638843328000000000 AS BIGINT)) AND (NOT FALSE)
GROUP BY 1, 2) AS t3)
SELECT "Day~25" AS "Day~25", "dcount_values~26" AS "dcount_values~26", "dcount_newvalues~27" AS "dcount_newvalues~27", "retention_rate~28" AS "retention_rate~28", "churn_rate~29" AS "churn_rate~29" FROM (SELECT "window~17" AS "Day~25", "dcount~18" AS "dcount_values~26", CAST(("dcount~18" - "back~16") AS BIGINT) AS "dcount_newvalues~27", (CAST("back~16" AS DOUBLE) / CAST(coalesce("dcount~24", CAST(0 AS BIGINT)) AS DOUBLE)) AS "retention_rate~28", (CAST(CAST((coalesce("dcount~24", CAST(0 AS BIGINT)) - "back~16") AS BIGINT) AS DOUBLE) / CAST(coalesce("dcount~24", CAST(0 AS BIGINT)) AS DOUBLE)) AS "churn_rate~29", "window~17" AS "window~17", "dcount~18" AS "dcount~18", "back~16" AS "back~16", "window~23" AS "window~23", "dcount~24" AS "dcount~24"
FROM (SELECT "window~17" AS "window~17", "dcount~18" AS "dcount~18", "back~16" AS "back~16", "window~23" AS "window~23", "dcount~24" AS "dcount~24"
FROM (SELECT "window~17" AS "window~17", "dcount~18" AS "dcount~18", "back~16" AS "back~16"
FROM (SELECT "window~11" AS "window~17", count(DISTINCT "User~10")  AS "dcount~18", count(*) FILTER (WHERE (NOT ("window~15" IS NULL))) AS "back~16"
FROM (SELECT "User~10" AS "User~10", "window~11" AS "window~11", "window~15" AS "window~15"
FROM (SELECT "User~7" AS "User~10", "window~8" AS "window~11"
FROM shared_9) AS t4 LEFT JOIN (SELECT "User~14" AS "User~14", "window~15" AS "window~15"
FROM (SELECT "User~7" AS "User~14", k_startof('month', "window~8", CAST(1 AS BIGINT)) AS "window~15"
FROM shared_9
GROUP BY 1, 2) AS t5) AS t6 ON "User~10" = "User~14" AND "window~11" IS NOT DISTINCT FROM "window~15") AS t7
GROUP BY 1) AS t8) AS t9 LEFT JOIN (SELECT "window~23" AS "window~23", "dcount~24" AS "dcount~24"
FROM (SELECT "window~22" AS "window~23", count(DISTINCT "User~21")  AS "dcount~24"
FROM (SELECT "User~7" AS "User~21", k_startof('month', "window~8", CAST(1 AS BIGINT)) AS "window~22"
FROM shared_9
GROUP BY 1, 2) AS t10
GROUP BY 1) AS t11) AS t12 ON "window~17" IS NOT DISTINCT FROM "window~23") AS t13) AS result
ORDER BY "window~17" ASC NULLS FIRST, "dcount~18" ASC NULLS FIRST, "back~16" ASC NULLS FIRST, "window~23" ASC NULLS FIRST, "dcount~24" ASC NULLS FIRST

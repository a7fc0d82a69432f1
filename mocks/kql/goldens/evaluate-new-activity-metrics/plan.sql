WITH shared_8 AS MATERIALIZED (SELECT "User~6" AS "User~6", "window~7" AS "window~7"
FROM (SELECT "User~1" AS "User~6", (k_binlong("Day~2" - CAST(638712864000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638712864000000000 AS BIGINT)) AS "window~7"
FROM (VALUES (CAST('A' AS VARCHAR), CAST(CAST(638712864000000000 AS BIGINT) AS BIGINT)), ('B', CAST(638712864000000000 AS BIGINT)), ('A', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638713728000000000 AS BIGINT)), ('C', CAST(638714196000000000 AS BIGINT)), ('B', CAST(638715456000000000 AS BIGINT))) AS t1("User~1", "Day~2")
WHERE (CAST(638712864000000000 AS BIGINT) <= "Day~2") AND ("Day~2" <= CAST(638715456000000000 AS BIGINT)) AND (NOT FALSE)
GROUP BY 1, 2) AS t2),
shared_18 AS MATERIALIZED (SELECT "first~15" AS "first~15", "window~16" AS "window~16", "dcount~17" AS "dcount~17"
FROM (SELECT "first~13" AS "first~15", "window~12" AS "window~16", count(DISTINCT "User~11")  AS "dcount~17"
FROM (SELECT "first~13" AS "first~13", "User~11" AS "User~11", "window~12" AS "window~12"
FROM (SELECT "User~14" AS "User~14", "first~13" AS "first~13"
FROM (SELECT "User~6" AS "User~14", min("window~7")  AS "first~13"
FROM shared_8
GROUP BY 1) AS t3) AS t4 JOIN (SELECT "User~6" AS "User~11", "window~7" AS "window~12"
FROM shared_8) AS t5 ON "User~14" = "User~11") AS t6
GROUP BY 1, 2) AS t7)
SELECT "from_Day~33" AS "from_Day~33", "to_Day~34" AS "to_Day~34", "dcount_new_values~35" AS "dcount_new_values~35", "dcount_retained_values~36" AS "dcount_retained_values~36", "dcount_churn_values~37" AS "dcount_churn_values~37", "retention_rate~38" AS "retention_rate~38", "churn_rate~39" AS "churn_rate~39" FROM (SELECT "first~28" AS "from_Day~33", "window~29" AS "to_Day~34", "new~31" AS "dcount_new_values~35", "retained~32" AS "dcount_retained_values~36", CAST(("size~30" - "retained~32") AS BIGINT) AS "dcount_churn_values~37", (CAST("retained~32" AS DOUBLE) / CAST("size~30" AS DOUBLE)) AS "retention_rate~38", (CAST(CAST(("size~30" - "retained~32") AS BIGINT) AS DOUBLE) / CAST("size~30" AS DOUBLE)) AS "churn_rate~39", "first~28" AS "first~28", "window~29" AS "window~29"
FROM (SELECT "first~23" AS "first~28", "window~22" AS "window~29", "size~24" AS "size~30", k_wrap64(coalesce(sum(coalesce("dcount~27", CAST(0 AS BIGINT))) FILTER (WHERE (("first~23" < "first~25") OR (CASE WHEN "first~23" IS NULL AND "window~22" IS NULL THEN NULL ELSE coalesce(("first~23" = "window~22"), FALSE) END AND CASE WHEN "first~25" IS NULL AND "first~23" IS NULL THEN NULL ELSE coalesce(("first~25" = "first~23"), FALSE) END))), 0)) AS "new~31", k_wrap64(coalesce(sum(coalesce("dcount~27", CAST(0 AS BIGINT))) FILTER (WHERE CASE WHEN "first~25" IS NULL AND "first~23" IS NULL THEN NULL ELSE coalesce(("first~25" = "first~23"), FALSE) END), 0)) AS "retained~32"
FROM (SELECT "first~23" AS "first~23", "size~24" AS "size~24", "window~22" AS "window~22", "first~25" AS "first~25", "dcount~27" AS "dcount~27"
FROM (SELECT "first~23" AS "first~23", "size~24" AS "size~24", "window~22" AS "window~22"
FROM (SELECT "first~23" AS "first~23", "size~24" AS "size~24", "window~22" AS "window~22"
FROM (SELECT "first~23" AS "first~23", "size~24" AS "size~24"
FROM (SELECT "first~15" AS "first~23", k_wrap64(coalesce(sum("dcount~17") , 0)) AS "size~24"
FROM shared_18
WHERE ("first~15" = "window~16")
GROUP BY 1) AS t8) AS t9 JOIN (SELECT "window~22" AS "window~22"
FROM (SELECT CAST(CAST(638712864000000000 AS BIGINT) + CAST(864000000000 AS BIGINT) * t10.n AS BIGINT) AS "window~22" FROM generate_series(0, coalesce(CAST(floor(CAST(CAST(638715456000000000 AS BIGINT) - CAST(638712864000000000 AS BIGINT) AS DOUBLE) / CAST(864000000000 AS BIGINT)) AS BIGINT), -1)) AS t10(n)) AS t10r) AS t11 ON TRUE) AS t12
WHERE ("first~23" <= "window~22")) AS t13 LEFT JOIN (SELECT "first~15" AS "first~25", "window~16" AS "window~26", "dcount~17" AS "dcount~27"
FROM shared_18) AS t14 ON "window~22" IS NOT DISTINCT FROM "window~26") AS t15
GROUP BY 1, 2, 3) AS t16) AS result
ORDER BY "first~28" ASC NULLS FIRST, "window~29" ASC NULLS FIRST

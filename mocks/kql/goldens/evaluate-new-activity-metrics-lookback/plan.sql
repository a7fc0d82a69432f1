WITH shared_11 AS MATERIALIZED (SELECT "User~8" AS "User~8", "window~9" AS "window~9", "Team~10" AS "Team~10"
FROM (SELECT "User~1" AS "User~8", (k_binlong("Day~2" - CAST(638712864000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638712864000000000 AS BIGINT)) AS "window~9", "Team~3" AS "Team~10"
FROM (VALUES (CAST('A' AS VARCHAR), CAST(CAST(638712864000000000 AS BIGINT) AS BIGINT), CAST('red' AS VARCHAR)), ('B', CAST(638712864000000000 AS BIGINT), 'red'), ('A', CAST(638713728000000000 AS BIGINT), 'red'), ('C', CAST(638713728000000000 AS BIGINT), 'blue'), ('C', CAST(638714196000000000 AS BIGINT), 'blue'), ('B', CAST(638715456000000000 AS BIGINT), 'red')) AS t1("User~1", "Day~2", "Team~3")
WHERE (CAST(638712864000000000 AS BIGINT) <= "Day~2") AND ("Day~2" <= CAST(638715456000000000 AS BIGINT)) AND (NOT coalesce("User~1" IN (SELECT "User~7" FROM (SELECT "User~7" AS "User~7"
FROM (SELECT 'A' AS "User~7") AS t2)), FALSE)) AND (NOT FALSE)
GROUP BY 1, 2, 3) AS t3),
shared_25 AS MATERIALIZED (SELECT "first~21" AS "first~21", "Team~22" AS "Team~22", "window~23" AS "window~23", "dcount~24" AS "dcount~24"
FROM (SELECT "first~18" AS "first~21", "Team~20" AS "Team~22", "window~16" AS "window~23", count(DISTINCT "User~15")  AS "dcount~24"
FROM (SELECT "Team~20" AS "Team~20", "first~18" AS "first~18", "User~15" AS "User~15", "window~16" AS "window~16"
FROM (SELECT "User~19" AS "User~19", "Team~20" AS "Team~20", "first~18" AS "first~18"
FROM (SELECT "User~8" AS "User~19", "Team~10" AS "Team~20", min("window~9")  AS "first~18"
FROM shared_11
GROUP BY 1, 2) AS t4) AS t5 JOIN (SELECT "User~8" AS "User~15", "window~9" AS "window~16", "Team~10" AS "Team~17"
FROM shared_11) AS t6 ON "User~19" = "User~15" AND "Team~20" = "Team~17") AS t7
GROUP BY 1, 2, 3) AS t8)
SELECT "from_Day~44" AS "from_Day~44", "to_Day~45" AS "to_Day~45", "Team~40" AS "Team~40", "dcount_new_values~46" AS "dcount_new_values~46", "dcount_retained_values~47" AS "dcount_retained_values~47", "dcount_churn_values~48" AS "dcount_churn_values~48", "retention_rate~49" AS "retention_rate~49", "churn_rate~50" AS "churn_rate~50" FROM (SELECT "first~38" AS "from_Day~44", "window~39" AS "to_Day~45", "Team~40" AS "Team~40", "new~42" AS "dcount_new_values~46", "retained~43" AS "dcount_retained_values~47", CAST(("size~41" - "retained~43") AS BIGINT) AS "dcount_churn_values~48", (CAST("retained~43" AS DOUBLE) / CAST("size~41" AS DOUBLE)) AS "retention_rate~49", (CAST(CAST(("size~41" - "retained~43") AS BIGINT) AS DOUBLE) / CAST("size~41" AS DOUBLE)) AS "churn_rate~50", "first~38" AS "first~38", "window~39" AS "window~39"
FROM (SELECT "first~31" AS "first~38", "window~30" AS "window~39", "Team~32" AS "Team~40", "size~33" AS "size~41", k_wrap64(coalesce(sum(coalesce("dcount~37", CAST(0 AS BIGINT))) FILTER (WHERE (("first~31" < "first~34") OR (CASE WHEN "first~31" IS NULL AND "window~30" IS NULL THEN NULL ELSE coalesce(("first~31" = "window~30"), FALSE) END AND CASE WHEN "first~34" IS NULL AND "first~31" IS NULL THEN NULL ELSE coalesce(("first~34" = "first~31"), FALSE) END))), 0)) AS "new~42", k_wrap64(coalesce(sum(coalesce("dcount~37", CAST(0 AS BIGINT))) FILTER (WHERE CASE WHEN "first~34" IS NULL AND "first~31" IS NULL THEN NULL ELSE coalesce(("first~34" = "first~31"), FALSE) END), 0)) AS "retained~43"
FROM (SELECT "first~31" AS "first~31", "Team~32" AS "Team~32", "size~33" AS "size~33", "window~30" AS "window~30", "first~34" AS "first~34", "dcount~37" AS "dcount~37"
FROM (SELECT "first~31" AS "first~31", "Team~32" AS "Team~32", "size~33" AS "size~33", "window~30" AS "window~30"
FROM (SELECT "first~31" AS "first~31", "Team~32" AS "Team~32", "size~33" AS "size~33", "window~30" AS "window~30"
FROM (SELECT "first~31" AS "first~31", "Team~32" AS "Team~32", "size~33" AS "size~33"
FROM (SELECT "first~21" AS "first~31", "Team~22" AS "Team~32", k_wrap64(coalesce(sum("dcount~24") , 0)) AS "size~33"
FROM shared_25
WHERE ("first~21" = "window~23")
GROUP BY 1, 2) AS t9) AS t10 JOIN (SELECT "window~30" AS "window~30"
FROM (SELECT CAST(CAST(638712864000000000 AS BIGINT) + CAST(864000000000 AS BIGINT) * t11.n AS BIGINT) AS "window~30" FROM generate_series(0, coalesce(CAST(floor(CAST(CAST(638715456000000000 AS BIGINT) - CAST(638712864000000000 AS BIGINT) AS DOUBLE) / CAST(864000000000 AS BIGINT)) AS BIGINT), -1)) AS t11(n)) AS t11r) AS t12 ON TRUE) AS t13
WHERE ("first~31" <= "window~30") AND ("first~31" = (k_binlong(CAST(638712864000000000 AS BIGINT) - CAST(638712864000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638712864000000000 AS BIGINT)))) AS t14 LEFT JOIN (SELECT "first~21" AS "first~34", "Team~22" AS "Team~35", "window~23" AS "window~36", "dcount~24" AS "dcount~37"
FROM shared_25) AS t15 ON "window~30" IS NOT DISTINCT FROM "window~36" AND "Team~32" = "Team~35") AS t16
GROUP BY 1, 2, 3, 4) AS t17) AS result
ORDER BY "first~38" ASC NULLS FIRST, "window~39" ASC NULLS FIRST

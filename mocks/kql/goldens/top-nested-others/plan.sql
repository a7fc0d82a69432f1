WITH shared_7 AS MATERIALIZED (SELECT "site~1" AS "site~1", "user~2" AS "user~2", "n~3" AS "n~3"
FROM (VALUES (CAST('east' AS VARCHAR), CAST('a' AS VARCHAR), CAST(CAST(10 AS BIGINT) AS BIGINT)), ('east', 'b', CAST(5 AS BIGINT)), ('west', 'a', CAST(7 AS BIGINT)), ('south', 'c', CAST(3 AS BIGINT))) AS t1("site~1", "user~2", "n~3")),
shared_40 AS MATERIALIZED (SELECT "site~21" AS "site~21", "user~22" AS "user~22", "n~23" AS "n~23", CASE WHEN (NOT ("best~25" IS NULL)) THEN "site~21" ELSE 'other sites' END AS "mark~29", "best~25" AS "mark~30", CASE WHEN (NOT ("best~28" IS NULL)) THEN "user~22" ELSE 'other users' END AS "mark~31", "best~28" AS "mark~32"
FROM (SELECT "site~21" AS "site~21", "user~22" AS "user~22", "n~23" AS "n~23", "best~25" AS "best~25", "best~28" AS "best~28"
FROM (SELECT "site~21" AS "site~21", "user~22" AS "user~22", "n~23" AS "n~23", "best~25" AS "best~25"
FROM (SELECT "site~21" AS "site~21", "user~22" AS "user~22", "n~23" AS "n~23", "best~25" AS "best~25"
FROM (SELECT "site~1" AS "site~21", "user~2" AS "user~22", "n~3" AS "n~23"
FROM shared_7) AS t2 LEFT JOIN (SELECT "key~11" AS "best~24", TRUE AS "best~25", "ordinal~4" AS "ordinal~4"
FROM (SELECT "key~11" AS "key~11", (row_number() OVER (ORDER BY "ordinal~4" ASC NULLS LAST)) AS "place~13", "ordinal~4" AS "ordinal~4"
FROM (SELECT "key~11" AS "key~11", "total~12" AS "total~12", row_number() OVER (ORDER BY "total~12" DESC NULLS LAST) AS "ordinal~4"
FROM (SELECT "site~1" AS "key~11", k_wrap64(coalesce(sum("n~3") , 0)) AS "total~12"
FROM shared_7
GROUP BY 1) AS t3) AS t5) AS t6
WHERE ("place~13" <= CAST(1 AS BIGINT))) AS t7 ON "site~21" = "best~24") AS t8) AS t9 LEFT JOIN (SELECT "key~17" AS "best~26", "key~18" AS "best~27", TRUE AS "best~28"
FROM (SELECT "key~17" AS "key~17", "key~18" AS "key~18"
FROM (SELECT "key~11" AS "key~11", "ordinal~11" AS "ordinal~11"
FROM (SELECT "key~11" AS "key~11", (row_number() OVER (ORDER BY "ordinal~11" ASC NULLS LAST)) AS "place~13", "ordinal~11" AS "ordinal~11"
FROM (SELECT "key~11" AS "key~11", "total~12" AS "total~12", row_number() OVER (ORDER BY "total~12" DESC NULLS LAST) AS "ordinal~11"
FROM (SELECT "site~1" AS "key~11", k_wrap64(coalesce(sum("n~3") , 0)) AS "total~12"
FROM shared_7
GROUP BY 1) AS t10) AS t12) AS t13
WHERE ("place~13" <= CAST(1 AS BIGINT))) AS t14 JOIN (SELECT "key~17" AS "key~17", "key~18" AS "key~18", "ordinal~16" AS "ordinal~16"
FROM (SELECT "key~17" AS "key~17", "key~18" AS "key~18", (row_number() OVER (PARTITION BY "key~17" ORDER BY "ordinal~16" ASC NULLS LAST)) AS "place~20", "ordinal~16" AS "ordinal~16"
FROM (SELECT "key~17" AS "key~17", "key~18" AS "key~18", "total~19" AS "total~19", row_number() OVER (ORDER BY "total~19" DESC NULLS LAST) AS "ordinal~16"
FROM (SELECT "site~1" AS "key~17", "user~2" AS "key~18", k_wrap64(coalesce(sum("n~3") , 0)) AS "total~19"
FROM shared_7
GROUP BY 1, 2) AS t15) AS t17) AS t18
WHERE ("place~20" <= CAST(1 AS BIGINT))) AS t19 ON "key~11" = "key~17") AS t20) AS t21 ON "site~21" = "best~26" AND "user~22" = "best~27") AS t22)
SELECT "site~74" AS "site~74", "aggregated_site~75" AS "aggregated_site~75", "user~76" AS "user~76", "aggregated_user~77" AS "aggregated_user~77" FROM (SELECT "mark~48" AS "site~74", "total~61" AS "aggregated_site~75", "mark~50" AS "user~76", "total~73" AS "aggregated_user~77"
FROM (SELECT "mark~48" AS "mark~48", "mark~50" AS "mark~50", "total~61" AS "total~61", "total~73" AS "total~73"
FROM (SELECT "mark~48" AS "mark~48", "mark~49" AS "mark~49", "mark~50" AS "mark~50", "mark~51" AS "mark~51", "total~61" AS "total~61"
FROM (SELECT "mark~48" AS "mark~48", "mark~49" AS "mark~49", "mark~50" AS "mark~50", "mark~51" AS "mark~51", "total~61" AS "total~61"
FROM (SELECT "mark~48" AS "mark~48", "mark~49" AS "mark~49", "mark~50" AS "mark~50", "mark~51" AS "mark~51"
FROM (SELECT "mark~29" AS "mark~48", "mark~30" AS "mark~49", "mark~31" AS "mark~50", "mark~32" AS "mark~51"
FROM shared_40
WHERE ((NOT ("mark~32" IS NULL)) OR ("mark~30" IS NULL) OR ("mark~32" IS NULL))
GROUP BY 1, 2, 3, 4) AS t23) AS t24 LEFT JOIN (SELECT "mark~59" AS "mark~59", "mark~60" AS "mark~60", "total~61" AS "total~61"
FROM (SELECT "mark~29" AS "mark~59", "mark~30" AS "mark~60", k_wrap64(coalesce(sum("n~23") , 0)) AS "total~61"
FROM shared_40
GROUP BY 1, 2) AS t25) AS t26 ON "mark~48" = "mark~59" AND "mark~49" IS NOT DISTINCT FROM "mark~60") AS t27) AS t28 LEFT JOIN (SELECT "mark~69" AS "mark~69", "mark~70" AS "mark~70", "mark~71" AS "mark~71", "mark~72" AS "mark~72", "total~73" AS "total~73"
FROM (SELECT "mark~29" AS "mark~69", "mark~30" AS "mark~70", "mark~31" AS "mark~71", "mark~32" AS "mark~72", k_wrap64(coalesce(sum("n~23") , 0)) AS "total~73"
FROM shared_40
GROUP BY 1, 2, 3, 4) AS t29) AS t30 ON "mark~48" = "mark~69" AND "mark~49" IS NOT DISTINCT FROM "mark~70" AND "mark~50" = "mark~71" AND "mark~51" IS NOT DISTINCT FROM "mark~72") AS t31) AS result
ORDER BY "aggregated_user~77" DESC NULLS LAST, "site~74" ASC NULLS FIRST, "user~76" ASC NULLS FIRST

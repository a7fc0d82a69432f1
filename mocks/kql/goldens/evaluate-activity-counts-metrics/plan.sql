WITH shared_7 AS MATERIALIZED (SELECT "User~1" AS "User~4", "Day~2" AS "Day~5", "Team~3" AS "Team~6"
FROM (VALUES (CAST('A' AS VARCHAR), CAST(CAST(638712864000000000 AS BIGINT) AS BIGINT), CAST('red' AS VARCHAR)), ('B', CAST(638712864000000000 AS BIGINT), 'red'), ('A', CAST(638713728000000000 AS BIGINT), 'red'), ('C', CAST(638713728000000000 AS BIGINT), 'blue'), ('C', CAST(638714196000000000 AS BIGINT), 'blue'), ('B', CAST(638715456000000000 AS BIGINT), 'red')) AS t1("User~1", "Day~2", "Team~3")
WHERE (CAST(638712864000000000 AS BIGINT) <= "Day~2") AND ("Day~2" <= CAST(638716320000000000 AS BIGINT)))
SELECT "Day~25" AS "Day~25", "Team~13" AS "Team~13", "count~11" AS "count~11", "dcount~14" AS "dcount~14", "new_dcount~26" AS "new_dcount~26", "aggregated_dcount~27" AS "aggregated_dcount~27" FROM (SELECT "window~12" AS "Day~25", "Team~13" AS "Team~13", "count~11" AS "count~11", "dcount~14" AS "dcount~14", coalesce("new~21", CAST(0 AS BIGINT)) AS "new_dcount~26", "so_far~24" AS "aggregated_dcount~27", "ordinal~8" AS "ordinal~8"
FROM (SELECT "window~12" AS "window~12", "Team~13" AS "Team~13", "count~11" AS "count~11", "dcount~14" AS "dcount~14", "new~21" AS "new~21", CAST(sum(coalesce("new~21", CAST(0 AS BIGINT))) OVER (PARTITION BY k_array([CAST(to_json("Team~13") AS VARCHAR)]) ORDER BY "ordinal~8" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS "so_far~24", "ordinal~8" AS "ordinal~8"
FROM (SELECT "window~12" AS "window~12", "Team~13" AS "Team~13", "count~11" AS "count~11", "dcount~14" AS "dcount~14", "new~21" AS "new~21", row_number() OVER (ORDER BY "window~12" ASC NULLS FIRST, "Team~13" ASC NULLS FIRST) AS "ordinal~8"
FROM (SELECT "window~12" AS "window~12", "Team~13" AS "Team~13", "count~11" AS "count~11", "dcount~14" AS "dcount~14", "new~21" AS "new~21"
FROM (SELECT "window~12" AS "window~12", "Team~13" AS "Team~13", "count~11" AS "count~11", "dcount~14" AS "dcount~14"
FROM (SELECT (k_binlong("Day~5" - CAST(638712864000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638712864000000000 AS BIGINT)) AS "window~12", "Team~6" AS "Team~13", count(*)  AS "count~11", count(DISTINCT "User~4")  AS "dcount~14"
FROM shared_7
GROUP BY 1, 2) AS t2) AS t3 LEFT JOIN (SELECT "first~22" AS "first~22", "Team~23" AS "Team~23", "new~21" AS "new~21"
FROM (SELECT "first~18" AS "first~22", "Team~20" AS "Team~23", count(*)  AS "new~21"
FROM (SELECT "User~4" AS "User~19", "Team~6" AS "Team~20", min((k_binlong("Day~5" - CAST(638712864000000000 AS BIGINT), CAST(864000000000 AS BIGINT)) + CAST(638712864000000000 AS BIGINT)))  AS "first~18"
FROM shared_7
WHERE (NOT FALSE)
GROUP BY 1, 2) AS t4
GROUP BY 1, 2) AS t5) AS t6 ON "window~12" IS NOT DISTINCT FROM "first~22" AND "Team~13" = "Team~23") AS t7) AS t9) AS t10) AS result
ORDER BY "ordinal~8" ASC NULLS LAST

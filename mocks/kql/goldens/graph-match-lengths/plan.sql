WITH shared_6 AS MATERIALIZED (SELECT "edge~3" AS "edge~3", "source~4" AS "source~4", "target~5" AS "target~5", "low~1" AS "low~1", "high~2" AS "high~2"
FROM (SELECT (row_number() OVER () + CAST(1 AS BIGINT) - 1) AS "edge~3", "low~1" AS "source~4", "high~2" AS "target~5", "low~1" AS "low~1", "high~2" AS "high~2"
FROM (VALUES (CAST('Bob' AS VARCHAR), CAST('Alice' AS VARCHAR)), ('Eve', 'Bob'), ('Joe', 'Alice')) AS t1("low~1", "high~2")) AS t2),
shared_26 AS MATERIALIZED (SELECT "node~24" AS "node~24", "name~25" AS "name~25"
FROM (SELECT "node~13" AS "node~24", coalesce(max("name~12") , '') AS "name~25"
FROM (SELECT "source~4" AS "node~13", "source~4" AS "name~12"
FROM shared_6
UNION ALL
SELECT "target~5" AS "node~13", "target~5" AS "name~12"
FROM shared_6) AS t3
GROUP BY 1) AS t4)
SELECT "worker_name~57" AS "worker_name~57", "chain_high~58" AS "chain_high~58" FROM (SELECT "name~56" AS "worker_name~57", "high~39" AS "chain_high~58"
FROM (SELECT "name~35" AS "name~35", "high~39" AS "high~39", "name~56" AS "name~56"
FROM (SELECT "name~35" AS "name~35", "reached~36" AS "reached~36", "high~39" AS "high~39"
FROM (SELECT "name~28" AS "name~35", "source~41" AS "reached~36", k_array([CAST(to_json("high~44") AS VARCHAR)]) AS "high~39"
FROM (SELECT "name~28" AS "name~28", "source~41" AS "source~41", "high~44" AS "high~44"
FROM (SELECT "node~24" AS "node~27", "name~25" AS "name~28"
FROM shared_26) AS t5 JOIN (SELECT "target~5" AS "target~42", "source~4" AS "source~41", "high~2" AS "high~44"
FROM shared_6) AS t6 ON "node~27" = "target~42") AS t7
UNION ALL
SELECT "name~28" AS "name~35", "source~46" AS "reached~36", k_array([CAST(to_json("high~44") AS VARCHAR), CAST(to_json("high~49") AS VARCHAR)]) AS "high~39"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "high~44" AS "high~44", "edge~45" AS "edge~45", "source~46" AS "source~46", "high~49" AS "high~49"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "source~41" AS "source~41", "high~44" AS "high~44"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "source~41" AS "source~41", "high~44" AS "high~44"
FROM (SELECT "node~24" AS "node~27", "name~25" AS "name~28"
FROM shared_26) AS t8 JOIN (SELECT "edge~3" AS "edge~40", "target~5" AS "target~42", "source~4" AS "source~41", "high~2" AS "high~44"
FROM shared_6) AS t9 ON "node~27" = "target~42") AS t10) AS t11 JOIN (SELECT "edge~3" AS "edge~45", "target~5" AS "target~47", "source~4" AS "source~46", "high~2" AS "high~49"
FROM shared_6) AS t12 ON "source~41" = "target~47") AS t13
WHERE CASE WHEN "edge~40" IS NULL AND "edge~45" IS NULL THEN NULL ELSE "edge~40" IS DISTINCT FROM "edge~45" END
UNION ALL
SELECT "name~28" AS "name~35", "source~51" AS "reached~36", k_array([CAST(to_json("high~44") AS VARCHAR), CAST(to_json("high~49") AS VARCHAR), CAST(to_json("high~54") AS VARCHAR)]) AS "high~39"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "high~44" AS "high~44", "edge~45" AS "edge~45", "high~49" AS "high~49", "edge~50" AS "edge~50", "source~51" AS "source~51", "high~54" AS "high~54"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "high~44" AS "high~44", "edge~45" AS "edge~45", "source~46" AS "source~46", "high~49" AS "high~49"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "high~44" AS "high~44", "edge~45" AS "edge~45", "source~46" AS "source~46", "high~49" AS "high~49"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "source~41" AS "source~41", "high~44" AS "high~44"
FROM (SELECT "name~28" AS "name~28", "edge~40" AS "edge~40", "source~41" AS "source~41", "high~44" AS "high~44"
FROM (SELECT "node~24" AS "node~27", "name~25" AS "name~28"
FROM shared_26) AS t14 JOIN (SELECT "edge~3" AS "edge~40", "target~5" AS "target~42", "source~4" AS "source~41", "high~2" AS "high~44"
FROM shared_6) AS t15 ON "node~27" = "target~42") AS t16) AS t17 JOIN (SELECT "edge~3" AS "edge~45", "target~5" AS "target~47", "source~4" AS "source~46", "high~2" AS "high~49"
FROM shared_6) AS t18 ON "source~41" = "target~47") AS t19
WHERE CASE WHEN "edge~40" IS NULL AND "edge~45" IS NULL THEN NULL ELSE "edge~40" IS DISTINCT FROM "edge~45" END) AS t20 JOIN (SELECT "edge~3" AS "edge~50", "target~5" AS "target~52", "source~4" AS "source~51", "high~2" AS "high~54"
FROM shared_6) AS t21 ON "source~46" = "target~52") AS t22
WHERE CASE WHEN "edge~40" IS NULL AND "edge~50" IS NULL THEN NULL ELSE "edge~40" IS DISTINCT FROM "edge~50" END AND CASE WHEN "edge~45" IS NULL AND "edge~50" IS NULL THEN NULL ELSE "edge~45" IS DISTINCT FROM "edge~50" END) AS t23) AS t24 JOIN (SELECT "node~24" AS "node~55", "name~25" AS "name~56"
FROM shared_26) AS t25 ON "reached~36" = "node~55") AS t26
WHERE ("name~35" = 'Alice')) AS result
ORDER BY "worker_name~57" ASC NULLS FIRST

WITH shared_7 AS MATERIALIZED (SELECT "Event~1" AS "Event~1", "Crops~3" AS "Crops~3", ("Damage~2" = 'NO') AS "is_first~5", CAST("n~4" AS DOUBLE) AS "weight~6"
FROM (VALUES (CAST('Hail' AS VARCHAR), CAST('NO' AS VARCHAR), CAST(CAST(0 AS BIGINT) AS BIGINT), CAST(CAST(39 AS BIGINT) AS BIGINT)), ('Hail', 'YES', CAST(0 AS BIGINT), CAST(2 AS BIGINT)), ('Hail', 'YES', CAST(7 AS BIGINT), CAST(1 AS BIGINT)), ('Wind', 'NO', CAST(0 AS BIGINT), CAST(13 AS BIGINT)), ('Wind', 'YES', CAST(0 AS BIGINT), CAST(9 AS BIGINT)), ('Flood', 'NO', CAST(0 AS BIGINT), CAST(26 AS BIGINT)), ('Flood', 'YES', CAST(0 AS BIGINT), CAST(8 AS BIGINT)), ('Flood', 'YES', CAST(9 AS BIGINT), CAST(2 AS BIGINT))) AS t1("Event~1", "Damage~2", "Crops~3", "n~4")
WHERE (("Damage~2" = 'NO') OR ("Damage~2" = 'YES'))),
shared_18 AS MATERIALIZED (SELECT "sum~16" AS "sum~16", "sum~17" AS "sum~17"
FROM (SELECT coalesce(sum("weight~6") FILTER (WHERE "is_first~5"), 0.0::DOUBLE) AS "sum~16", coalesce(sum("weight~6") FILTER (WHERE (NOT "is_first~5")), 0.0::DOUBLE) AS "sum~17"
FROM shared_7) AS t4)
SELECT "SegmentId~44" AS "SegmentId~44", "Damage~54" AS "Damage~54", "Event~53" AS "Event~53", "Ratio~57" AS "Ratio~57" FROM (SELECT "SegmentId~44" AS "SegmentId~44", 'any' AS "Damage~54", CASE WHEN (coalesce(k_js('substring(string, long, long?): string', CAST("mask~52" AS VARCHAR), CAST(CAST(0 AS BIGINT) AS VARCHAR), CAST(CAST(1 AS BIGINT) AS VARCHAR)), '') = '1') THEN "Event~50" ELSE 'any' END AS "Event~53", ("PercentA~47" / "PercentB~48") AS "Ratio~57", "t12~place" AS "t12~place"
FROM (SELECT CAST(t12.cells[1] AS BIGINT) AS "SegmentId~44", CAST(t12.cells[2] AS BIGINT) AS "CountA~45", CAST(t12.cells[3] AS BIGINT) AS "CountB~46", CAST(t12.cells[4] AS DOUBLE) AS "PercentA~47", CAST(t12.cells[5] AS DOUBLE) AS "PercentB~48", CAST(t12.cells[6] AS DOUBLE) AS "PercentDiffAB~49", coalesce(t12.cells[7], '') AS "Event~50", CAST(t12.cells[8] AS BIGINT) AS "Crops~51", coalesce(t12.cells[9], '') AS "mask~52", t12.place AS "t12~place"
FROM (SELECT unnest(list) AS cells, generate_subscripts(list, 1) AS place FROM (SELECT from_json(k_js('stage', '{"stage":"diff_patterns","settings":{"threshold":0.2,"mostValues":1},"inputs":[[{"name":"value","type":"string"},{"name":"value","type":"int"},{"name":"value","type":"string"},{"name":"value","type":"bool"},{"name":"weight","type":"real"}]],"output":[{"name":"SegmentId","type":"long"},{"name":"CountA","type":"long"},{"name":"CountB","type":"long"},{"name":"PercentA","type":"real"},{"name":"PercentB","type":"real"},{"name":"PercentDiffAB","type":"real"},{"name":"Event","type":"string"},{"name":"Crops","type":"int"},{"name":"mask","type":"string"}]}', (SELECT k_stage_rows(rows, 150000000) FROM (SELECT string_agg('[' || coalesce(CAST(to_json("value~40") AS VARCHAR), 'null') || ',' || coalesce('"' || CAST("value~41" AS VARCHAR) || '"', 'null') || ',' || coalesce(CAST(to_json("value~42") AS VARCHAR), 'null') || ',' || coalesce(CAST("value~43" AS VARCHAR), 'null') || ',' || coalesce('"' || CAST("weight~39" AS VARCHAR) || '"', 'null') || ']', ',' ORDER BY "value~40" ASC NULLS FIRST, "value~41" ASC NULLS FIRST, "value~42" ASC NULLS FIRST, "value~43" ASC NULLS FIRST) AS rows FROM (SELECT "value~29" AS "value~40", "value~36" AS "value~41", coalesce(concat(CASE WHEN ("sum~30" IS NULL) THEN '1' ELSE '0' END, CASE WHEN ("sum~37" IS NULL) THEN '1' ELSE '0' END), '') AS "value~42", "is_first~10" AS "value~43", coalesce(sum("weight~11") , 0.0::DOUBLE) AS "weight~39"
FROM (SELECT "is_first~10" AS "is_first~10", "weight~11" AS "weight~11", "value~29" AS "value~29", "sum~30" AS "sum~30", "value~36" AS "value~36", "sum~37" AS "sum~37"
FROM (SELECT "Crops~9" AS "Crops~9", "is_first~10" AS "is_first~10", "weight~11" AS "weight~11", "value~29" AS "value~29", "sum~30" AS "sum~30"
FROM (SELECT "Crops~9" AS "Crops~9", "is_first~10" AS "is_first~10", "weight~11" AS "weight~11", coalesce("value~29", '') AS "value~29", "sum~30" AS "sum~30"
FROM (SELECT "Event~1" AS "Event~8", "Crops~3" AS "Crops~9", "is_first~5" AS "is_first~10", "weight~6" AS "weight~11"
FROM shared_7) AS t2 LEFT JOIN (SELECT "value~29" AS "value~29", "sum~30" AS "sum~30"
FROM (SELECT "Event~1" AS "value~29", coalesce(sum("weight~6") FILTER (WHERE "is_first~5"), 0.0::DOUBLE) AS "sum~30", coalesce(sum("weight~6") FILTER (WHERE (NOT "is_first~5")), 0.0::DOUBLE) AS "sum~31"
FROM shared_7
GROUP BY 1) AS t3
WHERE ((("sum~30" >= (CAST('0.2' AS DOUBLE) * (SELECT "total~21" FROM (SELECT "sum~16" AS "total~21"
FROM shared_18) LIMIT 1)) AND NOT isnan("sum~30") AND NOT isnan((CAST('0.2' AS DOUBLE) * (SELECT "total~21" FROM (SELECT "sum~16" AS "total~21"
FROM shared_18) LIMIT 1)))) AND ("sum~30" > CAST('0' AS DOUBLE) AND NOT isnan("sum~30"))) OR (("sum~31" >= (CAST('0.2' AS DOUBLE) * (SELECT "total~24" FROM (SELECT "sum~17" AS "total~24"
FROM shared_18) LIMIT 1)) AND NOT isnan("sum~31") AND NOT isnan((CAST('0.2' AS DOUBLE) * (SELECT "total~24" FROM (SELECT "sum~17" AS "total~24"
FROM shared_18) LIMIT 1)))) AND ("sum~31" > CAST('0' AS DOUBLE) AND NOT isnan("sum~31"))))) AS t5 ON "Event~8" = "value~29") AS t6) AS t7 LEFT JOIN (SELECT "value~36" AS "value~36", "sum~37" AS "sum~37"
FROM (SELECT "Crops~3" AS "value~36", coalesce(sum("weight~6") FILTER (WHERE "is_first~5"), 0.0::DOUBLE) AS "sum~37", coalesce(sum("weight~6") FILTER (WHERE (NOT "is_first~5")), 0.0::DOUBLE) AS "sum~38"
FROM shared_7
GROUP BY 1) AS t8
WHERE ((("sum~37" >= (CAST('0.2' AS DOUBLE) * (SELECT "total~21" FROM (SELECT "sum~16" AS "total~21"
FROM shared_18) LIMIT 1)) AND NOT isnan("sum~37") AND NOT isnan((CAST('0.2' AS DOUBLE) * (SELECT "total~21" FROM (SELECT "sum~16" AS "total~21"
FROM shared_18) LIMIT 1)))) AND ("sum~37" > CAST('0' AS DOUBLE) AND NOT isnan("sum~37"))) OR (("sum~38" >= (CAST('0.2' AS DOUBLE) * (SELECT "total~24" FROM (SELECT "sum~17" AS "total~24"
FROM shared_18) LIMIT 1)) AND NOT isnan("sum~38") AND NOT isnan((CAST('0.2' AS DOUBLE) * (SELECT "total~24" FROM (SELECT "sum~17" AS "total~24"
FROM shared_18) LIMIT 1)))) AND ("sum~38" > CAST('0' AS DOUBLE) AND NOT isnan("sum~38"))))) AS t9 ON "Crops~9" IS NOT DISTINCT FROM "value~36") AS t10
GROUP BY 1, 2, 3, 4) AS t11))), '[["VARCHAR"]]') AS list)) AS t12) AS t13) AS result
ORDER BY "t12~place" ASC NULLS LAST

WITH shared_7 AS MATERIALIZED (SELECT "Event~1" AS "Event~1", "Damage~2" AS "Damage~2", "Crops~3" AS "Crops~3", TRUE AS "is_first~5", CAST("n~4" AS DOUBLE) AS "weight~6"
FROM (VALUES (CAST('Hail' AS VARCHAR), CAST('NO' AS VARCHAR), CAST(CAST(0 AS BIGINT) AS BIGINT), CAST(CAST(39 AS BIGINT) AS BIGINT)), ('Hail', 'YES', CAST(0 AS BIGINT), CAST(2 AS BIGINT)), ('Hail', 'YES', CAST(7 AS BIGINT), CAST(1 AS BIGINT)), ('Wind', 'NO', CAST(0 AS BIGINT), CAST(13 AS BIGINT)), ('Wind', 'YES', CAST(0 AS BIGINT), CAST(9 AS BIGINT)), ('Flood', 'NO', CAST(0 AS BIGINT), CAST(26 AS BIGINT)), ('Flood', 'YES', CAST(0 AS BIGINT), CAST(8 AS BIGINT)), ('Flood', 'YES', CAST(9 AS BIGINT), CAST(2 AS BIGINT))) AS t1("Event~1", "Damage~2", "Crops~3", "n~4")),
shared_20 AS MATERIALIZED (SELECT "sum~18" AS "sum~18", "sum~19" AS "sum~19"
FROM (SELECT coalesce(sum("weight~6") FILTER (WHERE "is_first~5"), 0.0::DOUBLE) AS "sum~18", coalesce(sum("weight~6") FILTER (WHERE (NOT "is_first~5")), 0.0::DOUBLE) AS "sum~19"
FROM shared_7) AS t4)
SELECT "SegmentId~56" AS "SegmentId~56", "Count~57" AS "Count~57", "Percent~58" AS "Percent~58", "Event~63" AS "Event~63", "Damage~64" AS "Damage~64", "Crops~65" AS "Crops~65", CAST(NULL AS BIGINT) AS "n~66" FROM (SELECT "SegmentId~56" AS "SegmentId~56", "Count~57" AS "Count~57", "Percent~58" AS "Percent~58", CASE WHEN (coalesce(k_js('substring(string, long, long?): string', CAST("mask~62" AS VARCHAR), CAST(CAST(0 AS BIGINT) AS VARCHAR), CAST(CAST(1 AS BIGINT) AS VARCHAR)), '') = '1') THEN "Event~59" ELSE '*' END AS "Event~63", CASE WHEN (coalesce(k_js('substring(string, long, long?): string', CAST("mask~62" AS VARCHAR), CAST(CAST(1 AS BIGINT) AS VARCHAR), CAST(CAST(1 AS BIGINT) AS VARCHAR)), '') = '1') THEN "Damage~60" ELSE '*' END AS "Damage~64", CASE WHEN (coalesce(k_js('substring(string, long, long?): string', CAST("mask~62" AS VARCHAR), CAST(CAST(2 AS BIGINT) AS VARCHAR), CAST(CAST(1 AS BIGINT) AS VARCHAR)), '') = '1') THEN "Crops~61" ELSE (CAST('-1' AS BIGINT)) END AS "Crops~65", "t16~place" AS "t16~place"
FROM (SELECT CAST(t16.cells[1] AS BIGINT) AS "SegmentId~56", CAST(t16.cells[2] AS BIGINT) AS "Count~57", CAST(t16.cells[3] AS DOUBLE) AS "Percent~58", coalesce(t16.cells[4], '') AS "Event~59", coalesce(t16.cells[5], '') AS "Damage~60", CAST(t16.cells[6] AS BIGINT) AS "Crops~61", coalesce(t16.cells[7], '') AS "mask~62", t16.place AS "t16~place"
FROM (SELECT unnest(list) AS cells, generate_subscripts(list, 1) AS place FROM (SELECT from_json(k_js('stage', '{"stage":"basket","settings":{"threshold":0.3,"mostValues":5},"inputs":[[{"name":"value","type":"string"},{"name":"value","type":"string"},{"name":"value","type":"int"},{"name":"value","type":"string"},{"name":"weight","type":"real"}]],"output":[{"name":"SegmentId","type":"long"},{"name":"Count","type":"long"},{"name":"Percent","type":"real"},{"name":"Event","type":"string"},{"name":"Damage","type":"string"},{"name":"Crops","type":"int"},{"name":"mask","type":"string"}]}', (SELECT k_stage_rows(rows, 150000000) FROM (SELECT string_agg('[' || coalesce(CAST(to_json("value~52") AS VARCHAR), 'null') || ',' || coalesce(CAST(to_json("value~53") AS VARCHAR), 'null') || ',' || coalesce('"' || CAST("value~54" AS VARCHAR) || '"', 'null') || ',' || coalesce(CAST(to_json("value~55") AS VARCHAR), 'null') || ',' || coalesce('"' || CAST("weight~51" AS VARCHAR) || '"', 'null') || ']', ',' ORDER BY "value~52" ASC NULLS FIRST, "value~53" ASC NULLS FIRST, "value~54" ASC NULLS FIRST, "value~55" ASC NULLS FIRST) AS rows FROM (SELECT "value~32" AS "value~52", "value~40" AS "value~53", "value~48" AS "value~54", coalesce(concat(CASE WHEN ("sum~33" IS NULL) THEN '1' ELSE '0' END, CASE WHEN ("sum~41" IS NULL) THEN '1' ELSE '0' END, CASE WHEN ("sum~49" IS NULL) THEN '1' ELSE '0' END), '') AS "value~55", coalesce(sum("weight~12") , 0.0::DOUBLE) AS "weight~51"
FROM (SELECT "weight~12" AS "weight~12", "value~32" AS "value~32", "sum~33" AS "sum~33", "value~40" AS "value~40", "sum~41" AS "sum~41", "value~48" AS "value~48", "sum~49" AS "sum~49"
FROM (SELECT "Crops~10" AS "Crops~10", "weight~12" AS "weight~12", "value~32" AS "value~32", "sum~33" AS "sum~33", "value~40" AS "value~40", "sum~41" AS "sum~41"
FROM (SELECT "Crops~10" AS "Crops~10", "weight~12" AS "weight~12", "value~32" AS "value~32", "sum~33" AS "sum~33", coalesce("value~40", '') AS "value~40", "sum~41" AS "sum~41"
FROM (SELECT "Damage~9" AS "Damage~9", "Crops~10" AS "Crops~10", "weight~12" AS "weight~12", "value~32" AS "value~32", "sum~33" AS "sum~33"
FROM (SELECT "Damage~9" AS "Damage~9", "Crops~10" AS "Crops~10", "weight~12" AS "weight~12", coalesce("value~32", '') AS "value~32", "sum~33" AS "sum~33"
FROM (SELECT "Event~1" AS "Event~8", "Damage~2" AS "Damage~9", "Crops~3" AS "Crops~10", "is_first~5" AS "is_first~11", "weight~6" AS "weight~12"
FROM shared_7) AS t2 LEFT JOIN (SELECT "value~32" AS "value~32", "sum~33" AS "sum~33"
FROM (SELECT "Event~1" AS "value~32", coalesce(sum("weight~6") FILTER (WHERE "is_first~5"), 0.0::DOUBLE) AS "sum~33", coalesce(sum("weight~6") FILTER (WHERE (NOT "is_first~5")), 0.0::DOUBLE) AS "sum~34"
FROM shared_7
GROUP BY 1) AS t3
WHERE ((("sum~33" >= (CAST('0.3' AS DOUBLE) * (SELECT "total~23" FROM (SELECT "sum~18" AS "total~23"
FROM shared_20) LIMIT 1)) AND NOT isnan("sum~33") AND NOT isnan((CAST('0.3' AS DOUBLE) * (SELECT "total~23" FROM (SELECT "sum~18" AS "total~23"
FROM shared_20) LIMIT 1)))) AND ("sum~33" > CAST('0' AS DOUBLE) AND NOT isnan("sum~33"))) OR (("sum~34" >= (CAST('0.3' AS DOUBLE) * (SELECT "total~26" FROM (SELECT "sum~19" AS "total~26"
FROM shared_20) LIMIT 1)) AND NOT isnan("sum~34") AND NOT isnan((CAST('0.3' AS DOUBLE) * (SELECT "total~26" FROM (SELECT "sum~19" AS "total~26"
FROM shared_20) LIMIT 1)))) AND ("sum~34" > CAST('0' AS DOUBLE) AND NOT isnan("sum~34"))))) AS t5 ON "Event~8" = "value~32") AS t6) AS t7 LEFT JOIN (SELECT "value~40" AS "value~40", "sum~41" AS "sum~41"
FROM (SELECT "Damage~2" AS "value~40", coalesce(sum("weight~6") FILTER (WHERE "is_first~5"), 0.0::DOUBLE) AS "sum~41", coalesce(sum("weight~6") FILTER (WHERE (NOT "is_first~5")), 0.0::DOUBLE) AS "sum~42"
FROM shared_7
GROUP BY 1) AS t8
WHERE ((("sum~41" >= (CAST('0.3' AS DOUBLE) * (SELECT "total~23" FROM (SELECT "sum~18" AS "total~23"
FROM shared_20) LIMIT 1)) AND NOT isnan("sum~41") AND NOT isnan((CAST('0.3' AS DOUBLE) * (SELECT "total~23" FROM (SELECT "sum~18" AS "total~23"
FROM shared_20) LIMIT 1)))) AND ("sum~41" > CAST('0' AS DOUBLE) AND NOT isnan("sum~41"))) OR (("sum~42" >= (CAST('0.3' AS DOUBLE) * (SELECT "total~26" FROM (SELECT "sum~19" AS "total~26"
FROM shared_20) LIMIT 1)) AND NOT isnan("sum~42") AND NOT isnan((CAST('0.3' AS DOUBLE) * (SELECT "total~26" FROM (SELECT "sum~19" AS "total~26"
FROM shared_20) LIMIT 1)))) AND ("sum~42" > CAST('0' AS DOUBLE) AND NOT isnan("sum~42"))))) AS t9 ON "Damage~9" = "value~40") AS t10) AS t11 LEFT JOIN (SELECT "value~48" AS "value~48", "sum~49" AS "sum~49"
FROM (SELECT "Crops~3" AS "value~48", coalesce(sum("weight~6") FILTER (WHERE "is_first~5"), 0.0::DOUBLE) AS "sum~49", coalesce(sum("weight~6") FILTER (WHERE (NOT "is_first~5")), 0.0::DOUBLE) AS "sum~50"
FROM shared_7
GROUP BY 1) AS t12
WHERE ((("sum~49" >= (CAST('0.3' AS DOUBLE) * (SELECT "total~23" FROM (SELECT "sum~18" AS "total~23"
FROM shared_20) LIMIT 1)) AND NOT isnan("sum~49") AND NOT isnan((CAST('0.3' AS DOUBLE) * (SELECT "total~23" FROM (SELECT "sum~18" AS "total~23"
FROM shared_20) LIMIT 1)))) AND ("sum~49" > CAST('0' AS DOUBLE) AND NOT isnan("sum~49"))) OR (("sum~50" >= (CAST('0.3' AS DOUBLE) * (SELECT "total~26" FROM (SELECT "sum~19" AS "total~26"
FROM shared_20) LIMIT 1)) AND NOT isnan("sum~50") AND NOT isnan((CAST('0.3' AS DOUBLE) * (SELECT "total~26" FROM (SELECT "sum~19" AS "total~26"
FROM shared_20) LIMIT 1)))) AND ("sum~50" > CAST('0' AS DOUBLE) AND NOT isnan("sum~50"))))) AS t13 ON "Crops~10" IS NOT DISTINCT FROM "value~48") AS t14
GROUP BY 1, 2, 3, 4) AS t15))), '[["VARCHAR"]]') AS list)) AS t16) AS t17) AS result
ORDER BY "t16~place" ASC NULLS LAST

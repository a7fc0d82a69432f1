WITH shared_7 AS MATERIALIZED (SELECT "edge~4" AS "edge~4", "source~5" AS "source~5", "target~6" AS "target~6", "source~1" AS "source~1", "target~2" AS "target~2", "how~3" AS "how~3"
FROM (SELECT (row_number() OVER () + CAST(1 AS BIGINT) - 1) AS "edge~4", "source~1" AS "source~5", "target~2" AS "target~6", "source~1" AS "source~1", "target~2" AS "target~2", "how~3" AS "how~3"
FROM (VALUES (CAST('Mallory' AS VARCHAR), CAST('Bob' AS VARCHAR), CAST('attacks' AS VARCHAR)), ('Bob', 'Alice', 'mails'), ('Mallory', 'Alice', 'attacks')) AS t2("source~1", "target~2", "how~3")) AS t3),
shared_31 AS MATERIALIZED (SELECT "node~29" AS "node~29", "name~30" AS "name~30"
FROM (SELECT "node~16" AS "node~29", coalesce(max("name~15") , '') AS "name~30"
FROM (SELECT "name~8" AS "node~16", "name~8" AS "name~15"
FROM (VALUES (CAST('Alice' AS VARCHAR)), ('Bob'), ('Mallory')) AS t1("name~8")
UNION ALL
SELECT "source~5" AS "node~16", "source~5" AS "name~15"
FROM shared_7
UNION ALL
SELECT "target~6" AS "node~16", "target~6" AS "name~15"
FROM shared_7) AS t4
GROUP BY 1) AS t5)
SELECT "name~33" AS "a_name~50", "name~41" AS "b_name~51", "name~49" AS "c_name~52", "how~47" AS "e2_how~53"
FROM (SELECT "name~33" AS "name~33", "how~39" AS "how~39", "name~41" AS "name~41", "how~47" AS "how~47", "name~49" AS "name~49"
FROM (SELECT "name~33" AS "name~33", "how~39" AS "how~39", "name~41" AS "name~41", "target~44" AS "target~44", "how~47" AS "how~47"
FROM (SELECT "name~33" AS "name~33", "edge~34" AS "edge~34", "how~39" AS "how~39", "name~41" AS "name~41", "edge~42" AS "edge~42", "target~44" AS "target~44", "how~47" AS "how~47"
FROM (SELECT "name~33" AS "name~33", "edge~34" AS "edge~34", "how~39" AS "how~39", "node~40" AS "node~40", "name~41" AS "name~41"
FROM (SELECT "name~33" AS "name~33", "edge~34" AS "edge~34", "how~39" AS "how~39", "node~40" AS "node~40", "name~41" AS "name~41"
FROM (SELECT "name~33" AS "name~33", "edge~34" AS "edge~34", "target~36" AS "target~36", "how~39" AS "how~39"
FROM (SELECT "name~33" AS "name~33", "edge~34" AS "edge~34", "target~36" AS "target~36", "how~39" AS "how~39"
FROM (SELECT "node~29" AS "node~32", "name~30" AS "name~33"
FROM shared_31) AS t6 JOIN (SELECT "edge~4" AS "edge~34", "source~5" AS "source~35", "target~6" AS "target~36", "source~1" AS "source~37", "target~2" AS "target~38", "how~3" AS "how~39"
FROM shared_7) AS t7 ON "node~32" = "source~35") AS t8) AS t9 JOIN (SELECT "node~29" AS "node~40", "name~30" AS "name~41"
FROM shared_31) AS t10 ON "target~36" = "node~40") AS t11) AS t12 JOIN (SELECT "edge~4" AS "edge~42", "source~5" AS "source~43", "target~6" AS "target~44", "source~1" AS "source~45", "target~2" AS "target~46", "how~3" AS "how~47"
FROM shared_7) AS t13 ON "node~40" = "source~43") AS t14
WHERE CASE WHEN "edge~34" IS NULL AND "edge~42" IS NULL THEN NULL ELSE "edge~34" IS DISTINCT FROM "edge~42" END) AS t15 JOIN (SELECT "node~29" AS "node~48", "name~30" AS "name~49"
FROM shared_31) AS t16 ON "target~44" = "node~48") AS t17
WHERE ("how~39" = 'attacks')

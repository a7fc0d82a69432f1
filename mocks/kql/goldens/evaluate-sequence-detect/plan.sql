WITH shared_8 AS MATERIALIZED (SELECT "State~1" AS "State~4", "At~2" AS "At~5", ("Kind~3" = 'Heat') AS "window~6", ("Kind~3" = 'Fire') AS "window~7"
FROM (VALUES (CAST('CA' AS VARCHAR), CAST(CAST(633141792000000000 AS BIGINT) AS BIGINT), CAST('Heat' AS VARCHAR)), ('CA', CAST(633142369200000000 AS BIGINT), 'Fire'), ('CA', CAST(633143934000000000 AS BIGINT), 'Fire'), ('CA', CAST(633147390000000000 AS BIGINT), 'Fire'), ('TX', CAST(633142656000000000 AS BIGINT), 'Fire'), ('CA', CAST(633141792000000000 AS BIGINT), 'Heat')) AS t1("State~1", "At~2", "Kind~3"))
SELECT "State~21" AS "State~21", "heat_At~25" AS "heat_At~25", "fire_At~26" AS "fire_At~26", "Duration~27" AS "Duration~27" FROM (SELECT "State~21" AS "State~21", "At~22" AS "heat_At~25", "At~23" AS "fire_At~26", "window~24" AS "Duration~27", "At~22" AS "At~22", "At~23" AS "At~23", "window~24" AS "window~24"
FROM (SELECT "State~13" AS "State~21", "At~14" AS "At~22", "At~20" AS "At~23", CAST(("At~20" - "At~14") AS BIGINT) AS "window~24"
FROM (SELECT "State~13" AS "State~13", "At~14" AS "At~14", "At~20" AS "At~20"
FROM (SELECT "State~13" AS "State~13", "At~14" AS "At~14"
FROM (SELECT "State~4" AS "State~13", "At~5" AS "At~14"
FROM shared_8
WHERE "window~6"
GROUP BY 1, 2) AS t2) AS t3 JOIN (SELECT "State~19" AS "State~19", "At~20" AS "At~20"
FROM (SELECT "State~4" AS "State~19", "At~5" AS "At~20"
FROM shared_8
WHERE "window~7"
GROUP BY 1, 2) AS t4) AS t5 ON "State~13" = "State~19") AS t6
WHERE ("At~14" < "At~20") AND ("At~20" <= k_indates("At~14" + CAST(4320000000000 AS BIGINT))) AND ("At~20" <= k_indates("At~14" + CAST(4320000000000 AS BIGINT)))
GROUP BY 1, 2, 3, 4) AS t7) AS result
ORDER BY "State~21" ASC NULLS FIRST, "At~22" ASC NULLS FIRST, "At~23" ASC NULLS FIRST, "window~24" ASC NULLS FIRST

WITH shared_10 AS MATERIALIZED (SELECT "Ip~1" AS "Ip~1", "Zone~2" AS "Zone~2", CAST(k_js('parse_ipv4(string): long', CAST("Ip~1" AS VARCHAR)) AS BIGINT) AS "address~8", "Zone~2" AS "key~9"
FROM (VALUES (CAST('10.1.2.3' AS VARCHAR), CAST(CAST(1 AS BIGINT) AS BIGINT)), ('10.9.9.9', CAST(2 AS BIGINT)), ('', CAST(1 AS BIGINT)), ('192.0.2.7', CAST(1 AS BIGINT))) AS t1("Ip~1", "Zone~2"))
SELECT "Ip~1" AS "Ip~1", "Zone~2" AS "Zone~2", "Network~3" AS "Network~3", "Site~4" AS "Site~4" FROM (SELECT "Ip~11" AS "Ip~1", "Zone~12" AS "Zone~2", "Network~3" AS "Network~3", "Site~4" AS "Site~4"
FROM (SELECT "Ip~11" AS "Ip~11", "Zone~12" AS "Zone~12", coalesce("Network~3", '') AS "Network~3", coalesce("Site~4", '') AS "Site~4"
FROM (SELECT "Ip~1" AS "Ip~11", "Zone~2" AS "Zone~12", "address~8" AS "address~13", "key~9" AS "key~14"
FROM shared_10) AS t2 LEFT JOIN (SELECT "address~19" AS "address~19", "key~20" AS "key~20", "Network~3" AS "Network~3", "Site~4" AS "Site~4"
FROM (SELECT "address~19" AS "address~19", "key~20" AS "key~20", "Network~3" AS "Network~3", "Site~4" AS "Site~4", "first~6" AS "first~6", "last~7" AS "last~7"
FROM (SELECT "address~19" AS "address~19", "key~20" AS "key~20"
FROM (SELECT "address~8" AS "address~19", "key~9" AS "key~20"
FROM shared_10
GROUP BY 1, 2) AS t3) AS t4 JOIN (SELECT "Network~3" AS "Network~3", "Site~4" AS "Site~4", "Zone~5" AS "Zone~5", CAST(k_js('parse_ipv4(string): long', CAST("Network~3" AS VARCHAR)) AS BIGINT) AS "first~6", CAST(k_js('ipv4#last(string): long', CAST("Network~3" AS VARCHAR)) AS BIGINT) AS "last~7"
FROM (VALUES (CAST('10.0.0.0/8' AS VARCHAR), CAST('company' AS VARCHAR), CAST(CAST(1 AS BIGINT) AS BIGINT)), ('10.1.0.0/16', 'branch', CAST(2 AS BIGINT)), ('10.1.2.3', 'host', CAST(1 AS BIGINT)), ('', 'nothing', CAST(1 AS BIGINT)), ('no address', 'nothing', CAST(1 AS BIGINT))) AS t5("Network~3", "Site~4", "Zone~5")) AS t6 ON "key~20" IS NOT DISTINCT FROM "Zone~5") AS t7
WHERE ("first~6" <= "address~19") AND ("address~19" <= "last~7")) AS t8 ON "address~13" IS NOT DISTINCT FROM "address~19" AND "key~14" IS NOT DISTINCT FROM "key~20") AS t9) AS result
ORDER BY "Ip~1" ASC NULLS FIRST, "Site~4" ASC NULLS FIRST

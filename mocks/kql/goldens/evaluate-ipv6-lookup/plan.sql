WITH shared_7 AS MATERIALIZED (SELECT "Ip~1" AS "Ip~1", coalesce(k_js('parse_ipv6(string): string', CAST("Ip~1" AS VARCHAR)), '') AS "address~6"
FROM (VALUES (CAST('2001:db8:1::7' AS VARCHAR)), ('10.1.2.3'), ('2001:db9::1'), ('')) AS t1("Ip~1"))
SELECT "Network~2" AS "Network~2", "Site~3" AS "Site~3", "Ip~1" AS "Ip~1" FROM (SELECT "Network~2" AS "Network~2", "Site~3" AS "Site~3", "Ip~8" AS "Ip~1"
FROM (SELECT "Ip~8" AS "Ip~8", coalesce("Network~2", '') AS "Network~2", coalesce("Site~3", '') AS "Site~3"
FROM (SELECT "Ip~1" AS "Ip~8", "address~6" AS "address~9"
FROM shared_7) AS t2 LEFT JOIN (SELECT "address~12" AS "address~12", "Network~2" AS "Network~2", "Site~3" AS "Site~3"
FROM (SELECT "address~12" AS "address~12", "Network~2" AS "Network~2", "Site~3" AS "Site~3", "first~4" AS "first~4", "last~5" AS "last~5"
FROM (SELECT "address~12" AS "address~12"
FROM (SELECT "address~6" AS "address~12"
FROM shared_7
GROUP BY 1) AS t3) AS t4 JOIN (SELECT "Network~2" AS "Network~2", "Site~3" AS "Site~3", coalesce(k_js('parse_ipv6(string): string', CAST("Network~2" AS VARCHAR)), '') AS "first~4", coalesce(k_js('ipv6#last(string): string', CAST("Network~2" AS VARCHAR)), '') AS "last~5"
FROM (VALUES (CAST('2001:db8:1::/48' AS VARCHAR), CAST('lab' AS VARCHAR)), ('2001:db8::/32', 'all'), ('10.0.0.0/8', 'old'), ('', 'nothing')) AS t5("Network~2", "Site~3")) AS t6 ON TRUE) AS t7
WHERE ("first~4" <> '') AND ("first~4" <= "address~12") AND ("address~12" <= "last~5")) AS t8 ON "address~9" = "address~12") AS t9) AS result
ORDER BY "Ip~1" ASC NULLS FIRST, "Site~3" ASC NULLS FIRST

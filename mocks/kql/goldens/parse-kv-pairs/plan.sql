SELECT "Line~1" AS "Line~1", k_d2long(k_get("pairs~2", '$[0]')) AS "a~3", k_d2s(k_get("pairs~2", '$[1]')) AS "b~4"
FROM (SELECT "Line~1" AS "Line~1", k_js('parse_pairs(string, string): dynamic', CAST("Line~1" AS VARCHAR), CAST('{"keys":["a","b"],"pairDelimiter":";","kvDelimiter":"=","quotes":[],"escape":null,"greedy":false,"regex":null}' AS VARCHAR)) AS "pairs~2"
FROM (SELECT 'a=1;b=two' AS "Line~1") AS t1) AS t2

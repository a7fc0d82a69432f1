SELECT "Line~1" AS "Line~1", k_d2s(k_get("parsed~2", '$[0]')) AS "User~3", k_d2long(k_get("parsed~2", '$[1]')) AS "Id~4"
FROM (SELECT "Line~1" AS "Line~1", k_js('parse_pattern(string, string): dynamic', CAST("Line~1" AS VARCHAR), CAST('{"kind":"simple","flags":"","parts":[{"kind":"text","text":"user="},{"kind":"column","type":"string"},{"kind":"text","text":" id="},{"kind":"column","type":"long"},{"kind":"text","text":" "},{"kind":"anything"}]}' AS VARCHAR)) AS "parsed~2"
FROM (SELECT 'user=alex id=42 end' AS "Line~1") AS t1) AS t2

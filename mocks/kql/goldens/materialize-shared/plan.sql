WITH shared_10 AS MATERIALIZED (SELECT "Device~4" AS "Device~4"
FROM (SELECT "Device" AS "Device~4"
FROM logs."Logons"
WHERE "Failed"
GROUP BY 1) AS t1)
SELECT "Device~13" AS "Device~13", "count_~14" AS "count_~14" FROM (SELECT "Device~13" AS "Device~13", "count_~14" AS "count_~14"
FROM (SELECT "Device~13" AS "Device~13", count(*)  AS "count_~14"
FROM (SELECT "Device~4" AS "Device~13"
FROM shared_10
UNION ALL
SELECT "Device~4" AS "Device~13"
FROM shared_10) AS t2
GROUP BY 1) AS t3) AS result
ORDER BY "Device~13" ASC NULLS FIRST

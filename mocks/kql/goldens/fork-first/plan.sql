SELECT "Account~3" AS "Account~3", "count_~9" AS "count_~9" FROM (SELECT "Account~3" AS "Account~3", "count_~9" AS "count_~9"
FROM (SELECT "Account" AS "Account~3", count(*)  AS "count_~9"
FROM logs."Logons"
GROUP BY 1) AS t1) AS result
ORDER BY "Account~3" ASC NULLS FIRST

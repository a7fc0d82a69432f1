SELECT "Account~3" AS "Account~3", "count_~17" AS "count_~17" FROM (SELECT "Account~3" AS "Account~3", "count_~17" AS "count_~17"
FROM (SELECT "Account" AS "Account~3", count(*)  AS "count_~17"
FROM logs."Logons"
WHERE coalesce("Account" IN (SELECT "Account~11" FROM (SELECT "Account~11" AS "Account~11"
FROM (SELECT "Account" AS "Account~11"
FROM logs."Logons"
WHERE "Failed"
GROUP BY 1) AS t1)), FALSE)
GROUP BY 1) AS t2) AS result
ORDER BY "Account~3" ASC NULLS FIRST

SELECT "Account~3" AS "Account~3", "Failed~5" AS "Failed~5" FROM (SELECT "Account~3" AS "Account~3", "Failed~5" AS "Failed~5"
FROM (SELECT "Account" AS "Account~3", "Failed" AS "Failed~5"
FROM logs."Logons"
GROUP BY 1, 2) AS t1) AS result
ORDER BY "Account~3" ASC NULLS FIRST, "Failed~5" ASC NULLS FIRST

SELECT "Account~3" AS "Account~3", "Timestamp~9" AS "Timestamp~9", "Device~10" AS "Device~10", "Failed~11" AS "Failed~11" FROM (SELECT "Account~3" AS "Account~3", "Timestamp~9" AS "Timestamp~9", "Device~10" AS "Device~10", "Failed~11" AS "Failed~11"
FROM (SELECT t1."Account~3" AS "Account~3", t2."Timestamp" AS "Timestamp~9", t2."Device" AS "Device~10", t2."Failed" AS "Failed~11" FROM logs."Logons" AS t2 JOIN (SELECT "Account" AS "Account~3", coalesce(arg_max(rowid, "Timestamp"), first(rowid)) AS "row~"
FROM logs."Logons"
GROUP BY 1) AS t1 ON t2.rowid = t1."row~") AS t3) AS result
ORDER BY "Account~3" ASC NULLS FIRST

SELECT "Account~3" AS "Account~3", "Total~9" AS "Total~9", "Failures~10" AS "Failures~10", "Devices~11" AS "Devices~11" FROM (SELECT "Account~3" AS "Account~3", "Total~9" AS "Total~9", "Failures~10" AS "Failures~10", "Devices~11" AS "Devices~11"
FROM (SELECT "Account" AS "Account~3", count(*)  AS "Total~9", count(*) FILTER (WHERE "Failed") AS "Failures~10", k_limited(list(DISTINCT CAST(to_json("Device") AS VARCHAR) ORDER BY CAST(to_json("Device") AS VARCHAR)) , NULL) AS "Devices~11"
FROM logs."Logons"
GROUP BY 1) AS t1) AS result
ORDER BY "Account~3" ASC NULLS FIRST

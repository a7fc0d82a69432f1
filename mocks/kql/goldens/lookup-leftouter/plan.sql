SELECT "Device~4" AS "Device~4", "Service~10" AS "Service~10" FROM (SELECT "Device~4" AS "Device~4", "Service~10" AS "Service~10"
FROM (SELECT "Device~4" AS "Device~4", coalesce("Service~10", '') AS "Service~10"
FROM (SELECT "Device" AS "Device~4", "Port" AS "Port~6"
FROM logs."Logons") AS t1 LEFT JOIN (SELECT "Port~9" AS "Port~9", "Service~10" AS "Service~10"
FROM (SELECT CAST(22 AS BIGINT) AS "Port~9", 'ssh' AS "Service~10") AS t2) AS t3 ON "Port~6" IS NOT DISTINCT FROM "Port~9") AS t4) AS result
ORDER BY "Device~4" ASC NULLS FIRST, "Service~10" ASC NULLS FIRST

SELECT "Device~4" AS "Device~4", "Port~6" AS "Port~6", "Port1~11" AS "Port1~11", "Service~10" AS "Service~10" FROM (SELECT "Device~4" AS "Device~4", "Port~6" AS "Port~6", "Port1~11" AS "Port1~11", "Service~10" AS "Service~10"
FROM (SELECT "Device~4" AS "Device~4", "Port~6" AS "Port~6", "Port~9" AS "Port1~11", coalesce("Service~10", '') AS "Service~10"
FROM (SELECT "Device" AS "Device~4", "Port" AS "Port~6"
FROM logs."Logons") AS t1 LEFT JOIN (SELECT "Port~9" AS "Port~9", "Service~10" AS "Service~10"
FROM (VALUES (CAST(CAST(22 AS BIGINT) AS BIGINT), CAST('ssh' AS VARCHAR)), (CAST(445 AS BIGINT), 'smb')) AS t2("Port~9", "Service~10")) AS t3 ON "Port~6" IS NOT DISTINCT FROM "Port~9") AS t4) AS result
ORDER BY "Device~4" ASC NULLS FIRST, "Port~6" ASC NULLS FIRST

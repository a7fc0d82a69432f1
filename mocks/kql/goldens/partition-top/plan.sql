WITH shared_17 AS MATERIALIZED (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons")
SELECT "Device~22" AS "Device~22", "Timestamp~19" AS "Timestamp~19" FROM (SELECT "Device~22" AS "Device~22", "Timestamp~19" AS "Timestamp~19"
FROM (SELECT "Device~18" AS "Device~18", "Timestamp~19" AS "Timestamp~19", "TimeGenerated~20" AS "TimeGenerated~20", "Account~21" AS "Account~21", "Device~22" AS "Device~22", "Failed~23" AS "Failed~23", "Port~24" AS "Port~24", "Details~25" AS "Details~25", "Type~26" AS "Type~26"
FROM (SELECT "Device~18" AS "Device~18"
FROM (SELECT "Device~4" AS "Device~18"
FROM shared_17
GROUP BY 1) AS t1) AS t2, LATERAL (SELECT "Timestamp~19" AS "Timestamp~19", "TimeGenerated~20" AS "TimeGenerated~20", "Account~21" AS "Account~21", "Device~22" AS "Device~22", "Failed~23" AS "Failed~23", "Port~24" AS "Port~24", "Details~25" AS "Details~25", "Type~26" AS "Type~26"
FROM (SELECT "Timestamp~19" AS "Timestamp~19", "TimeGenerated~20" AS "TimeGenerated~20", "Account~21" AS "Account~21", "Device~22" AS "Device~22", "Failed~23" AS "Failed~23", "Port~24" AS "Port~24", "Details~25" AS "Details~25", "Type~26" AS "Type~26"
FROM (SELECT "Timestamp~1" AS "Timestamp~19", "TimeGenerated~2" AS "TimeGenerated~20", "Account~3" AS "Account~21", "Device~4" AS "Device~22", "Failed~5" AS "Failed~23", "Port~6" AS "Port~24", "Details~7" AS "Details~25", "Type~8" AS "Type~26"
FROM shared_17) AS t3
WHERE ("Device~22" IS NOT DISTINCT FROM "Device~18")
ORDER BY "Timestamp~19" DESC NULLS LAST
LIMIT CAST(1 AS BIGINT)) AS t4) AS t5) AS t6) AS result
ORDER BY "Device~22" ASC NULLS FIRST

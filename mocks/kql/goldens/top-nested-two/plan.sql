WITH shared_17 AS MATERIALIZED (SELECT "Timestamp" AS "Timestamp~1", "TimeGenerated" AS "TimeGenerated~2", "Account" AS "Account~3", "Device" AS "Device~4", "Failed" AS "Failed~5", "Port" AS "Port~6", "Details" AS "Details~7", "Type" AS "Type~8"
FROM logs."Logons")
SELECT "key~37" AS "Account~41", "total~27" AS "aggregated_Account~42", "key~38" AS "Device~43", "total~39" AS "aggregated_Device~44"
FROM (SELECT "total~27" AS "total~27", "key~37" AS "key~37", "key~38" AS "key~38", "total~39" AS "total~39"
FROM (SELECT "key~26" AS "key~26", "total~27" AS "total~27", "ordinal~2" AS "ordinal~2"
FROM (SELECT "key~26" AS "key~26", "total~27" AS "total~27", (row_number() OVER (ORDER BY "ordinal~2" ASC NULLS LAST)) AS "place~28", "ordinal~2" AS "ordinal~2"
FROM (SELECT "key~26" AS "key~26", "total~27" AS "total~27", row_number() OVER (ORDER BY "total~27" DESC NULLS LAST) AS "ordinal~2"
FROM (SELECT "Account~3" AS "key~26", count(*)  AS "total~27"
FROM shared_17
GROUP BY 1) AS t1) AS t3) AS t4
WHERE ("place~28" <= CAST(1 AS BIGINT))) AS t5 JOIN (SELECT "key~37" AS "key~37", "key~38" AS "key~38", "total~39" AS "total~39", "ordinal~7" AS "ordinal~7"
FROM (SELECT "key~37" AS "key~37", "key~38" AS "key~38", "total~39" AS "total~39", (row_number() OVER (PARTITION BY "key~37" ORDER BY "ordinal~7" ASC NULLS LAST)) AS "place~40", "ordinal~7" AS "ordinal~7"
FROM (SELECT "key~37" AS "key~37", "key~38" AS "key~38", "total~39" AS "total~39", row_number() OVER (ORDER BY "total~39" DESC NULLS LAST) AS "ordinal~7"
FROM (SELECT "Account~3" AS "key~37", "Device~4" AS "key~38", max("Timestamp~1")  AS "total~39"
FROM shared_17
GROUP BY 1, 2) AS t6) AS t8) AS t9
WHERE ("place~40" <= CAST(1 AS BIGINT))) AS t10 ON "key~26" = "key~37") AS t11

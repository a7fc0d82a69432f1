SELECT "Timestamp" AS "Timestamp~1", "Device" AS "Device~4"
FROM logs."Logons"
WHERE ("Timestamp" > CAST(638725251000000000 AS BIGINT)) AND "Failed" AND (lower("Account") = lower('ALEX'))

SELECT coalesce(upper("Device"), '') AS "Device~9", k_binlong("Timestamp", CAST(36000000000 AS BIGINT)) AS "Hour~10"
FROM logs."Logons"
WHERE ("Device" = 'ws-2')

SELECT "Account~3", "Timestamp~9", "Device~10", "Failed~11" FROM (SELECT "Account~3" AS "Account~3", "Timestamp~9" AS "Timestamp~9", "Device~10" AS "Device~10", "Failed~11" AS "Failed~11"
FROM (SELECT "Account" AS "Account~3", (coalesce(arg_max({'f0': "Timestamp", 'f1': "Device", 'f2': "Failed"}, "Timestamp"), first({'f0': "Timestamp", 'f1': "Device", 'f2': "Failed"}))).f0 AS "Timestamp~9", coalesce((coalesce(arg_max({'f0': "Timestamp", 'f1': "Device", 'f2': "Failed"}, "Timestamp"), first({'f0': "Timestamp", 'f1': "Device", 'f2': "Failed"}))).f1, '') AS "Device~10", (coalesce(arg_max({'f0': "Timestamp", 'f1': "Device", 'f2': "Failed"}, "Timestamp"), first({'f0': "Timestamp", 'f1': "Device", 'f2': "Failed"}))).f2 AS "Failed~11"
FROM logs."Logons"
GROUP BY 1) AS t1) AS result
ORDER BY "Account~3" ASC NULLS FIRST

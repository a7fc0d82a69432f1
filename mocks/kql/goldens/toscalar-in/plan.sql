SELECT "Count~19" AS "Count~19"
FROM (SELECT count(*)  AS "Count~19"
FROM logs."Logons"
WHERE ("Device" = coalesce((SELECT "Device~10" FROM (SELECT "Device~10" AS "Device~10"
FROM (SELECT (coalesce(arg_max({'f0': "Port", 'f1': "Device"}, "Port"), first({'f0': "Port", 'f1': "Device"}))).f0 AS "Port~9", coalesce((coalesce(arg_max({'f0': "Port", 'f1': "Device"}, "Port"), first({'f0': "Port", 'f1': "Device"}))).f1, '') AS "Device~10"
FROM logs."Logons") AS t1) LIMIT 1), ''))) AS t2

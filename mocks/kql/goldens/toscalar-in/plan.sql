SELECT "Count~19" AS "Count~19"
FROM (SELECT count(*)  AS "Count~19"
FROM logs."Logons"
WHERE ("Device" = coalesce((SELECT "Device~10" FROM (SELECT "Device~10" AS "Device~10"
FROM (SELECT t2."Device" AS "Device~10" FROM logs."Logons" AS t2 RIGHT JOIN (SELECT coalesce(arg_max(rowid, "Port"), first(rowid)) AS "row~"
FROM logs."Logons") AS t1 ON t2.rowid = t1."row~") AS t3) LIMIT 1), ''))) AS t4

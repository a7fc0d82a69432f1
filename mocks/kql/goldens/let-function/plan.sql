SELECT "Count~9" AS "Count~9"
FROM (SELECT count(*)  AS "Count~9"
FROM logs."Logons"
WHERE "Failed" AND ("Device" = 'ws-1')) AS t1

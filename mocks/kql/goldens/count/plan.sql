SELECT "Count~9" AS "Count~9"
FROM (SELECT count(*)  AS "Count~9"
FROM logs."Logons") AS t1

SELECT "count_~9" AS "count_~9", "sum_Port~10" AS "sum_Port~10", "list_Account~11" AS "list_Account~11"
FROM (SELECT count(*)  AS "count_~9", k_wrap64(coalesce(sum("Port") , 0)) AS "sum_Port~10", k_limited(list(CAST(to_json("Account") AS VARCHAR) ) , NULL) AS "list_Account~11"
FROM logs."Logons"
WHERE FALSE) AS t1

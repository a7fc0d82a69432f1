SELECT "Id~1" AS "Id~1", k_d2s(k_get("Bag~2", '$."Name"')) AS "B_Name~3", k_d2s(k_get("Bag~2", '$."Age"')) AS "B_Age~4", CAST(NULL AS BIGINT) AS "Other~5"
FROM (SELECT CAST(1 AS BIGINT) AS "Id~1", '{"Name":"bag","Age":20,"Other":3}' AS "Bag~2") AS t1

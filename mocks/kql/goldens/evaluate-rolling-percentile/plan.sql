WITH shared_7 AS MATERIALIZED (SELECT CAST(("Hour~1" * "Hour~1") AS BIGINT) AS "Value~4", "Hour~1" AS "Hour~5", coalesce((k_modlong("Hour~1", CAST(2 AS BIGINT)) = CAST(0 AS BIGINT)), FALSE) AS "Even~6"
FROM (SELECT CAST(CAST(0 AS BIGINT) + CAST(1 AS BIGINT) * t1.n AS BIGINT) AS "Hour~1" FROM generate_series(0, coalesce(CAST(floor(CAST(CAST(11 AS BIGINT) - CAST(0 AS BIGINT) AS DOUBLE) / CAST(1 AS BIGINT)) AS BIGINT), -1)) AS t1(n)) AS t1r)
SELECT "Hour~20" AS "Hour~20", "Even~19" AS "Even~19", "rolling_2_percentile_Value_50~21" AS "rolling_2_percentile_Value_50~21" FROM (SELECT "bin~18" AS "Hour~20", "Even~19" AS "Even~19", "percentile~17" AS "rolling_2_percentile_Value_50~21", "bin~18" AS "bin~18", "percentile~17" AS "percentile~17"
FROM (SELECT "bin~12" AS "bin~18", "Even~10" AS "Even~19", quantile_disc("Value~8", CAST(CAST(50 AS BIGINT) AS DOUBLE) / 100.0)  AS "percentile~17"
FROM (SELECT "Value~8" AS "Value~8", "Even~10" AS "Even~10", CAST((k_binlong("Hour~9", CAST(4 AS BIGINT)) + CAST((CAST(4 AS BIGINT) * "place~11") AS BIGINT)) AS BIGINT) AS "bin~12"
FROM (SELECT "Value~8" AS "Value~8", "Hour~9" AS "Hour~9", "Even~10" AS "Even~10", "place~11" AS "place~11"
FROM (SELECT "Value~4" AS "Value~8", "Hour~5" AS "Hour~9", "Even~6" AS "Even~10"
FROM shared_7) AS t2 JOIN (SELECT "place~11" AS "place~11"
FROM (SELECT CAST(CAST(0 AS BIGINT) + CAST(1 AS BIGINT) * t3.n AS BIGINT) AS "place~11" FROM generate_series(0, coalesce(CAST(floor(CAST(CAST((CAST(2 AS BIGINT) - CAST(1 AS BIGINT)) AS BIGINT) - CAST(0 AS BIGINT) AS DOUBLE) / CAST(1 AS BIGINT)) AS BIGINT), -1)) AS t3(n)) AS t3r) AS t4 ON TRUE) AS t5) AS t6
WHERE ("bin~12" <= (SELECT "last~16" FROM (SELECT "last~16" AS "last~16"
FROM (SELECT max("Hour~5")  AS "last~16"
FROM shared_7) AS t7) LIMIT 1))
GROUP BY 1, 2) AS t8) AS result
ORDER BY "bin~18" ASC NULLS FIRST, "Even~19" ASC NULLS FIRST, "percentile~17" ASC NULLS FIRST

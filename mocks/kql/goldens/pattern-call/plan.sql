SELECT 'west' AS "Site~1"

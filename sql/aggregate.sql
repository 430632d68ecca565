-- Sums of a person register by practice, sex, age band and set of conditions: what Viktat reads as a region when the
-- persons may not leave the place where they lie. The same text runs in DuckDB and in Spark SQL.
--
-- It reads two tables or views, which are its only parameters:
--
--   persons   one row a person
--     vardcentral   text      the practice
--     kon           text      'K' or 'M'
--     alder         integer   completed years, 0 to 127
--     tillstand     text      ids of the chronic conditions, in alphabetical order and joined by '+'; '' for none
--     kostnad       decimal   the drug cost of a year in kronor, with at most two decimals; never NULL
--     syntetisk     integer   1 for a made-up person, 0 for a real one. In a file that Viktat wrote it is the column
--                             SYNTETISKA DATA; of your own register's persons it is 0
--
--   bands     one row an age band; together they cover every age once
--     alder_fran    integer   the first age
--     alder_till    integer   the last age; NULL for the open band
--
-- A condition that stands in no row is not told of: Viktat does not take it that nobody has it. Where that is so, name all
-- conditions in the heading, "tillstand:diabetes+kol+..." in place of "tillstand".
--
-- Save the result as CSV with semicolons, a header and nothing for NULL. Small groups are in it: keep it as carefully as
-- the register, and remember that Viktat's page sends nothing anywhere.
--
-- A band that nobody is of is there with 0 persons, so that the bands can be read from the sums. A person of no band (the
-- age is NULL or in none) makes a group without ages, which Viktat refuses: nobody is left out in silence.
--
-- Every row tells whether it is of made-up persons, also those of nobody, so that sums of them are known as made up. Where
-- real persons stand among made-up ones, the sums have rows of both kinds, which Viktat refuses.
--
-- A cost that is NULL makes the sums of its group NULL, which Viktat refuses: nobody is counted as free of cost.
SELECT
  p.vardcentral AS vardcentral,
  p.kon AS kon,
  b.alder_fran AS alder_fran,
  b.alder_till AS alder_till,
  p.tillstand AS tillstand,
  COUNT(*) AS personer,
  CASE WHEN COUNT(p.kostnad) = COUNT(*) THEN CAST(SUM(p.kostnad) AS DECIMAL(20, 2)) END AS kostnad,
  CASE WHEN COUNT(p.kostnad) = COUNT(*) THEN CAST(SUM(p.kostnad * p.kostnad) AS DECIMAL(34, 4)) END AS kostnad_kvadrat,
  p.syntetisk AS syntetisk
FROM (
  SELECT
    vardcentral,
    kon,
    alder,
    COALESCE(tillstand, '') AS tillstand,
    CAST(kostnad AS DECIMAL(10, 2)) AS kostnad,
    COALESCE(CAST(syntetisk AS INTEGER), 0) AS syntetisk
  FROM persons
) p
LEFT JOIN bands b
  ON p.alder >= b.alder_fran AND (b.alder_till IS NULL OR p.alder <= b.alder_till)
GROUP BY p.vardcentral, p.kon, b.alder_fran, b.alder_till, p.tillstand, p.syntetisk
UNION ALL
SELECT
  NULL AS vardcentral,
  NULL AS kon,
  b.alder_fran AS alder_fran,
  b.alder_till AS alder_till,
  '' AS tillstand,
  0 AS personer,
  CAST(0 AS DECIMAL(20, 2)) AS kostnad,
  CAST(0 AS DECIMAL(34, 4)) AS kostnad_kvadrat,
  (SELECT MIN(COALESCE(CAST(syntetisk AS INTEGER), 0)) FROM persons) AS syntetisk
FROM bands b
LEFT JOIN persons p
  ON p.alder >= b.alder_fran AND (b.alder_till IS NULL OR p.alder <= b.alder_till)
WHERE p.alder IS NULL
ORDER BY vardcentral, kon, alder_fran, tillstand, syntetisk

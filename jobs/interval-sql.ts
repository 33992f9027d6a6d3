/** The intervals of `intervals.ts` as SQL over additive sums, for millions of cells at once. Pure text. */

const z = "1.959963984540054";

/** Macros `interval_low` and `interval_high`: (kind, numerator, denominator, persons, yy, xy, xx, scale, lowest, highest). */
export const intervalMacros = `
  CREATE OR REPLACE TEMP MACRO student_quantile(f) AS CASE
    WHEN f < 1 THEN NULL WHEN f = 1 THEN 12.706 WHEN f = 2 THEN 4.303 WHEN f = 3 THEN 3.182
    ELSE ${z} + (${z} ** 3 + ${z}) / (4 * f) + (5 * ${z} ** 5 + 16 * ${z} ** 3 + 3 * ${z}) / (96 * f ** 2)
      + (3 * ${z} ** 7 + 19 * ${z} ** 5 + 17 * ${z} ** 3 - 15 * ${z}) / (384 * f ** 3) END;
  CREATE OR REPLACE TEMP MACRO wilson_middle(k, n) AS (k / n + ${z} ** 2 / (2 * n)) / (1 + ${z} ** 2 / n);
  CREATE OR REPLACE TEMP MACRO wilson_reach(k, n) AS
    ${z} * sqrt(greatest(k / n * (1 - k / n), 0) / n + ${z} ** 2 / (4 * n ** 2)) / (1 + ${z} ** 2 / n);
  CREATE OR REPLACE TEMP MACRO ratio_reach(k, n, persons, yy, xy, xx) AS
    CASE WHEN persons >= 2 AND n > 0 THEN
      student_quantile(persons - 1)
        * sqrt(persons / (persons - 1) * greatest(yy - 2 * k / n * xy + (k / n) ** 2 * xx, 0)) / n END;
  CREATE OR REPLACE TEMP MACRO interval_low(kind, k, n, persons, yy, xy, xx, scale, lowest, highest) AS
    CASE
      WHEN kind = 'wilson' AND n > 0 AND k BETWEEN 0 AND n THEN
        greatest(CASE WHEN k = 0 THEN 0 ELSE (wilson_middle(k, n) - wilson_reach(k, n)) * scale END, coalesce(lowest, 0))
      WHEN kind IN ('ratio', 'answers') AND ratio_reach(k, n, persons, yy, xy, xx) IS NOT NULL THEN
        greatest((k / n - ratio_reach(k, n, persons, yy, xy, xx)) * scale,
          coalesce(lowest, CASE WHEN k >= 0 THEN 0 ELSE '-infinity'::DOUBLE END))
    END;
  CREATE OR REPLACE TEMP MACRO interval_high(kind, k, n, persons, yy, xy, xx, scale, lowest, highest) AS
    CASE
      WHEN kind = 'wilson' AND n > 0 AND k BETWEEN 0 AND n THEN
        least(CASE WHEN k = n THEN scale ELSE (wilson_middle(k, n) + wilson_reach(k, n)) * scale END,
          coalesce(highest, 'infinity'::DOUBLE))
      WHEN kind IN ('ratio', 'answers') AND ratio_reach(k, n, persons, yy, xy, xx) IS NOT NULL THEN
        least((k / n + ratio_reach(k, n, persons, yy, xy, xx)) * scale, coalesce(highest, 'infinity'::DOUBLE))
    END;`;

/**
 * As `intervalColumns`, rounded outwards to the printed decimals where fewer than a hundred are behind, else to one more:
 * from an exact interval, the number and the sum of answers the answers themselves could be worked out. Whole answers of
 * fewer than a hundred get the widest interval that their mean allows on the scale (Bhatia and Davis), which tells nothing.
 */
export function publishedInterval(cells: string, rules: string): string {
  const given = intervalArguments(cells, rules);
  const step = `10.0 ** (${rules}.decimals + if(${cells}.persons < 100, 0, 1))`;
  const mean = `(${cells}.numerator / ${cells}.denominator * ${rules}.scale)`;
  const spread = `(${mean} - ${rules}.lowest) * (${rules}.highest - ${mean}) / (${cells}.persons - 1)`;
  const reach = `student_quantile(${cells}.persons - 1) * sqrt(greatest(${spread}, 0))`;
  const column = (end: "low" | "high", round: "floor" | "ceil", widest: string) => `CASE
      WHEN ${rules}.interval = 'answers' AND ${cells}.persons BETWEEN 2 AND 99 THEN ${round}(${widest} * ${step}) / (${step})
      WHEN ${rules}.interval IN ('ratio', 'answers') THEN ${round}(interval_${end}(${given}) * ${step}) / (${step})
      ELSE interval_${end}(${given}) END AS ${end}`;
  return `${column("low", "floor", `greatest(${mean} - ${reach}, ${rules}.lowest)`)},
    ${column("high", "ceil", `least(${mean} + ${reach}, ${rules}.highest)`)}`;
}

/** Two columns, `low` and `high`, from a row of sums `cells` and its indicator's row `rules`. */
export function intervalColumns(cells: string, rules: string): string {
  const given = intervalArguments(cells, rules);
  return `interval_low(${given}) AS low, interval_high(${given}) AS high`;
}

function intervalArguments(cells: string, rules: string): string {
  const sums = ["numerator", "denominator", "persons", "yy", "xy", "xx"].map((name) => `${cells}.${name}`).join(", ");
  return `${rules}.interval, ${sums}, ${rules}.scale, ${rules}.lowest, ${rules}.highest`;
}

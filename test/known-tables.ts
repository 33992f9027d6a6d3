/** Published tables with published answers, for the tests of disclosure control. */
import {benefits, frequencies} from "../jobs/bench/known-table.ts";
import {tableOf} from "./disclosure-tables.ts";

/** Statistics Norway's z1; at most 3 are primary, and 0 is not among them. */
export const z1 = tableOf([-1, ...Array.from({length: 8}, () => 0)], benefits, frequencies, {
  units: ["Total", "A", "B", "C", "D", "E", "F", "G", "H"],
  categories: ["annet", "arbeid", "soshjelp", "trygd"]
});

/** A 4 × 4 table whose pattern looks safe and is not (problemdata of an R package for table protection). */
export const problemdata = tableOf(
  [-1, 0, 0, 0, 0],
  [
    [30, 47, 64, 89],
    [90, 124, 5, 31],
    [92, 100, 59, 85],
    [800, 991, 651, 685]
  ],
  frequencies,
  {
    units: ["total", "w", "x", "y", "z"],
    categories: ["a", "b", "c", "d"]
  }
);

export const problemPattern = ["w.a", "w.b", "w.c", "x.a", "x.c", "y.b", "y.d", "z.b", "z.d"];

/** Geurts 1992, as in the handbook on statistical disclosure control: rows 7, 3, 6 and columns 9, 7, the last row shown. */
export const geurts = tableOf(
  [-1, 0, 0, 0],
  [
    [5, 2],
    [1, 2],
    [3, 3]
  ],
  frequencies,
  {units: ["total", "1", "2", "3"], categories: ["1", "2"]}
);

import type {danishErratum} from "./da-erratum.ts";
import type {Widened} from "./widened.ts";

export const englishErratum: Widened<typeof danishErratum> = {
  title: "Correction",
  lead: (replaces, released) =>
    `This issue replaces ${replaces}${released ? `, which was released ${released}` : ""}. The old one can still be read and is marked as replaced.`,
  reasonTitle: "What is corrected, and why",
  noReason: "The reason has not been written yet. Without it the issue cannot be signed off.",
  reasonAt: (date) => `Written ${date}.`,
  changesTitle: "Figures that have changed",
  own: "The unit's own figures",
  others: "Figures that they are compared with",
  indicator: "Indicator",
  period: "Period",
  before: "Before",
  now: "Now",
  states: {absent: "not there", withheld: "no longer shown"},
  nothing:
    "No figure looks different. What has changed is findings, agreements or what the figures were computed from.",
  left: (count) =>
    count === 1
      ? "One more figure has changed; it is in the file data/changes.csv."
      : `${count} more figures have changed; they are in the file data/changes.csv.`,
  rounded: (count) =>
    count === 1
      ? "One figure has changed so little that rounding hides it."
      : `${count} figures have changed so little that rounding hides it.`,
  withheld: "A figure that is no longer shown, so that nobody can be recognised, is not repeated here either."
};

import type {Classification} from "./classification.ts";

export const observationSources: Classification = {
  id: "observation-sources",
  title: "Kilder til observationer",
  source: "Aarshjul",
  codes: [
    {code: "supervision", label: "Tilsyn", labelEnglish: "Supervision"},
    {code: "observation", label: "Observation", labelEnglish: "Observation"},
    {code: "child-interview", label: "Børneinterview", labelEnglish: "Interviews with children"},
    {code: "pupil-council", label: "Elevråd", labelEnglish: "Pupil council"},
    {code: "parent-board", label: "Forældrebestyrelse", labelEnglish: "Parent board"},
    {code: "staff", label: "Medarbejdere", labelEnglish: "Staff"}
  ]
};

/** Of these the count is of visits, and what is found is about the institution's practice; the others are persons who were heard. */
export const practiceSources: readonly string[] = ["supervision", "observation"];

import {absenceTypes} from "./absence-types.ts";
import {ageGroups} from "./age-groups.ts";
import {areas} from "./areas.ts";
import {assessments} from "./assessments.ts";
import {classTypes} from "./class-types.ts";
import type {Classification} from "./classification.ts";
import {educations} from "./educations.ts";
import {gradesLevels} from "./grades-levels.ts";
import {languageResults} from "./language-results.ts";
import {localCodes} from "./local-codes.ts";
import {municipalities} from "./municipalities.ts";
import {observationSources} from "./observation-sources.ts";
import {ownerships} from "./ownerships.ts";
import {populationAges} from "./population-ages.ts";
import {positions} from "./positions.ts";
import {publishedIndicators} from "./published-indicators.ts";
import {qualities} from "./qualities.ts";
import {sevenPointScale} from "./seven-point-scale.ts";
import {sexes} from "./sexes.ts";
import {subjects} from "./subjects.ts";
import {successionKinds} from "./succession-kinds.ts";
import {themes} from "./themes.ts";
import {unitKinds} from "./unit-kinds.ts";
import {wellbeingIntervals} from "./wellbeing-intervals.ts";

export const classifications: readonly Classification[] = [
  absenceTypes,
  ageGroups,
  areas,
  assessments,
  classTypes,
  educations,
  gradesLevels,
  languageResults,
  municipalities,
  observationSources,
  ownerships,
  populationAges,
  positions,
  publishedIndicators,
  qualities,
  sevenPointScale,
  sexes,
  subjects,
  successionKinds,
  themes,
  unitKinds,
  wellbeingIntervals
];

/** With the codes that the data folder has otherwise, where it has some. */
export function findClassification(id: string): Classification | undefined {
  const found = classifications.find((classification) => classification.id === id);
  const codes = localCodes(id);
  return found && codes ? {...found, codes} : found;
}

/** The label of a code; the code itself where it is not in the set. */
export function labelOf(classificationId: string, code: string, language: "da" | "en" = "da"): string {
  const found = findClassification(classificationId)?.codes.find((each) => each.code === code);
  return found ? (language === "da" ? found.label : found.labelEnglish) : code;
}

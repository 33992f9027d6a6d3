import {absence} from "./absence.ts";
import {children} from "./children.ts";
import {grades} from "./grades.ts";
import {languageAssessments} from "./language-assessments.ts";
import {observations} from "./observations.ts";
import {parentSurvey} from "./parent-survey.ts";
import {publishedStatistics} from "./published-statistics.ts";
import {pupils} from "./pupils.ts";
import {staffAbsence} from "./staff-absence.ts";
import {staffing} from "./staffing.ts";
import type {Standard} from "./standard.ts";
import {unitSuccessions} from "./unit-successions.ts";
import {units} from "./units.ts";
import {wellbeing} from "./wellbeing.ts";

/** Every data standard, in the order in which deliveries must be read: referenced before referring. */
export const standards: readonly Standard[] = [
  units,
  unitSuccessions,
  children,
  pupils,
  absence,
  wellbeing,
  grades,
  languageAssessments,
  staffing,
  staffAbsence,
  parentSurvey,
  observations,
  publishedStatistics
];

export function findStandard(id: string): Standard | undefined {
  return standards.find((standard) => standard.id === id);
}

/** The name of a standard's view in indicator SQL: `staff-absence` is `staff_absence`. */
export function viewName(standardId: string): string {
  return standardId.replaceAll("-", "_");
}

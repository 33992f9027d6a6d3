import type {EthicsForm} from "./ethics-form.ts";
import {absenceForms} from "./forms/absence.ts";
import {daycareForms} from "./forms/daycare.ts";
import {municipalityForms} from "./forms/municipality.ts";
import {parentForms} from "./forms/parents.ts";
import {schoolForms} from "./forms/school.ts";
import {staffForms} from "./forms/staff.ts";
import {wellbeingForms} from "./forms/wellbeing.ts";

/** The form of every indicator; who uses the program signs them, see `standing.ts`. */
export const ethicsForms: readonly EthicsForm[] = [
  ...daycareForms,
  ...schoolForms,
  ...absenceForms,
  ...wellbeingForms,
  ...parentForms,
  ...staffForms,
  ...municipalityForms
];

export function findEthicsForm(indicator: string): EthicsForm | undefined {
  return ethicsForms.find((form) => form.indicator === indicator);
}

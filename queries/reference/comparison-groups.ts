/** Comparison groups that have a name of their own, besides neighbours, region, similar and the nation. */
import type {MunicipalityCode} from "../model.ts";

export interface NamedGroup {
  /** Also the unit id of the group's figures. */
  readonly id: string;
  readonly title: string;
  readonly members: readonly MunicipalityCode[];
  readonly basis: string;
}

export const namedGroups: readonly NamedGroup[] = [
  {
    id: "6-byerne",
    title: "6-byerne",
    members: ["101", "751", "461", "851", "561", "730"] as unknown as readonly MunicipalityCode[],
    basis:
      "De seks største kommuner, der sammenligner nøgletal: København, Aarhus, Odense, Aalborg, Esbjerg og Randers."
  }
];

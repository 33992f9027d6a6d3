/** The nation, its regions and its municipalities as units; the levels below come with deliveries of `units`. */
import {type MunicipalityCode, nation, parseMunicipalityCode, parseUnitId, type Unit} from "../model.ts";
import {municipalityFacts} from "./municipality-facts.ts";
import {regions} from "./regions.ts";

/** The day of the structural reform that made today's municipalities and regions. */
const since = "2007-01-01";

export const upperUnits: readonly Unit[] = [
  unit({id: nation, name: "Hele landet", kind: "nation", parent: null, municipality: null}),
  ...regions.map(({code, name}) =>
    unit({id: parseUnitId(code), name, kind: "region", parent: nation, municipality: null})
  ),
  ...municipalityFacts.map(({code, name, region}) =>
    unit({id: parseUnitId(code), name, kind: "municipality", parent: parseUnitId(region), municipality: codeOf(code)})
  )
];

function unit(given: Omit<Unit, "validFrom" | "validTo">): Unit {
  return {...given, validFrom: since, validTo: null};
}

function codeOf(code: string): MunicipalityCode {
  return parseMunicipalityCode(code);
}

/** Whom a unit is held against. */
import {nation, type Unit} from "../../queries/model.ts";
import type {Role} from "../charts/chart.ts";
import type {ComparatorKind} from "../sentences.ts";

/** The choices of the comparison, as they stand in the address. */
export const whomNames = {
  skole: "school",
  kommune: "municipality",
  naboer: "neighbours",
  lignende: "similar",
  region: "region",
  landet: "nation"
} as const satisfies Readonly<Record<string, ComparatorKind>>;
export type WhomName = keyof typeof whomNames;

/** `unit` is the unit or group that has the figures. */
export interface Whom {
  readonly name: WhomName;
  readonly kind: ComparatorKind;
  readonly role: Role;
  readonly unit: string;
}

/** From near to far, the unit itself left out. */
export function whomOf(unit: Unit): readonly Whom[] {
  const {kind, parent, municipality} = unit;
  const home = kind === "municipality" ? unit.id : municipality;
  const all: Readonly<Record<WhomName, string | null>> = {
    skole: kind === "class" ? parent : null,
    kommune: kind === "municipality" ? null : municipality,
    naboer: home && kind !== "class" ? `neighbours-${home}` : null,
    lignende: home && kind !== "class" ? `similar-${home}` : null,
    region: kind === "municipality" ? parent : null,
    landet: kind === "nation" ? null : nation
  };
  return (Object.keys(whomNames) as WhomName[]).flatMap((name) => {
    const {[name]: against} = all;
    return against ? [{name, kind: whomNames[name], role: roleOf(name, kind), unit: against}] : [];
  });
}

/** A class's nearest whole is its school, so that has the nearest whole's colour. */
function roleOf(name: WhomName, kind: Unit["kind"]): Role {
  if (name === "skole") return "municipality";
  return name === "kommune" && kind === "class" ? "region" : (whomNames[name] as Role);
}

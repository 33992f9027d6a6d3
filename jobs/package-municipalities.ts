import {NotFound} from "../queries/errors.ts";
import type {Unit} from "../queries/model.ts";
import type {ReleaseReader} from "../queries/release.ts";

/** The municipality that is asked for, or a unit's; else all. */
export function municipalitiesFor(
  {municipality, unit}: {readonly municipality?: string; readonly unit?: string},
  reader: ReleaseReader
): readonly Unit[] {
  const all = municipalitiesOf(reader);
  const code = municipality ?? (unit === undefined ? undefined : municipalityOf(reader, unit));
  if (code === undefined) return all;
  const found = all.filter(({id}) => id === code);
  if (found.length === 0) throw new NotFound("municipality", code);
  return found;
}

function municipalityOf({units}: ReleaseReader, id: string): string {
  const unit = units.get(id as Unit["id"]);
  if (!unit) throw new NotFound("unit", id);
  return unit.municipality ?? unit.id;
}

/** All of them by code. */
export function municipalitiesOf({units}: ReleaseReader): readonly Unit[] {
  return [...units.values()].filter(({kind}) => kind === "municipality").toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

import {findStandard, standards} from "../queries/standards/index.ts";

/** `Elevfravær (absence)`: the name that people know, and the id that an option takes. */
export function nameOfStandard(id: string): string {
  const standard = findStandard(id);
  return standard ? `${standard.title} (${id})` : id;
}

export function namesOfStandards(ids: readonly string[] = standards.map(({id}) => id)): string {
  return ids.map(nameOfStandard).join(", ");
}

/** Within a domain a person has one pseudonym; in another domain another, so that nobody can follow them across. */
import type {Standard} from "../../queries/standards/standard.ts";

const domains: Readonly<Record<string, string>> = {
  absence: "skole",
  grades: "skole",
  pupils: "skole",
  wellbeing: "skole",
  children: "dagtilbud",
  "language-assessments": "dagtilbud",
  "parent-survey": "foraeldre",
  staffing: "personale",
  "staff-absence": "personale"
};

export function domainOf({id}: Standard): string {
  const domain = domains[id];
  if (!domain) throw new Error(`standard without a domain of pseudonyms: ${id}`);
  return domain;
}

export function pseudonymColumns({columns}: Standard): readonly string[] {
  return columns.flatMap(({id, personal}) => (personal === "pseudonym" ? [id] : []));
}

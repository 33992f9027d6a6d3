import {municipalityFacts} from "../../queries/reference/municipality-facts.ts";
import {neighboursOf} from "./municipalities.ts";

/** Which municipality plays which part in what goes wrong; different codes, none of them the one in focus. */
export interface Dirt {
  /** Its newest absence, staff absence and language assessments have not come. */
  readonly late: string;
  /** Has a welfare agreement and need not deliver absence from `2021-H2`. */
  readonly exempt: string;
  /** Delivers absence in its own codes, headers and encoding. */
  readonly local: string;
  /** Its newest staff absence has a total row and repeated keys. */
  readonly rejected: string;
  /** Do not take part in the parent survey. */
  readonly withoutSurvey: readonly string[];
}

export function planDirt(municipality: string): Dirt {
  const population = new Map(municipalityFacts.map((facts) => [facts.code, facts.population2021]));
  const bySize = neighboursOf(municipality).toSorted((a, b) => population.get(a)! - population.get(b)!);
  const taken = new Set([municipality]);
  const take = (...wished: readonly (string | undefined)[]): string => {
    const code = wished.find((each) => each && !taken.has(each))!;
    taken.add(code);
    return code;
  };
  const local = take(bySize[0], "727", "746");
  const late = take(bySize[1], "706", "710");
  const exempt = take("265", "561");
  const rejected = take("851", "730", "740");
  return {late, exempt, local, rejected, withoutSurvey: [take("860", "820"), take("360", "376"), take("260", "270")]};
}

export const exemptFrom = "2021-H2";
export const exemptFromT = 2;

export function exemptionsOf({exempt}: Dirt) {
  return [
    {
      standard: "absence",
      municipality: exempt,
      from: exemptFrom,
      to: null,
      reason: "Velfærdsaftale på skoleområdet (demonstration): kommunen er fritaget for at indberette elevfravær."
    }
  ];
}

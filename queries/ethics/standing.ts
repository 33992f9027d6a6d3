/** Whether an indicator may be released on a day: it has a form, nothing in it is red, and somebody answers for it now. */
import type {Indicator} from "../model.ts";
import {addDays, daysBetween} from "../reference/wheel-dates.ts";
import {colourOf, type EthicsForm, type EthicsSignature, formHash} from "./ethics-form.ts";

export const ethicsStates = ["valid", "no-form", "old-form", "red", "unsigned", "changed", "expired"] as const;
export type EthicsState = (typeof ethicsStates)[number];

export interface EthicsStanding {
  readonly indicator: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly state: EthicsState;
  readonly form: EthicsForm | null;
  /** The newest, good or not. */
  readonly signature: EthicsSignature | null;
  /** Days that the signature is still good for, negative where it has run out; null where it has no end or is not there. */
  readonly daysLeft: number | null;
}

/** How long a signature may be good for, in days: 24 months. */
export const longestValidity = 731;
/** Days before the end from which the wheel says so. */
export const warningDays = 90;
/** Signs in a demonstration, where nobody else has. Says of itself what it is. */
export const demonstrationSigner = "Demonstrationsunderskrift";

export interface EthicsFacts {
  readonly forms: readonly EthicsForm[];
  /** The newest of each indicator that is not withdrawn. */
  readonly signatures: ReadonlyMap<string, EthicsSignature>;
  readonly demonstration: boolean;
  /** The Danish date of the release. */
  readonly today: string;
}

/** One for each indicator, by its newest version. */
export function ethicsStandings(indicators: readonly Indicator[], facts: EthicsFacts): readonly EthicsStanding[] {
  const newest = new Map(indicators.toSorted((a, b) => a.version - b.version).map((each) => [each.id, each]));
  return [...newest.values()].map((indicator) => standingOf(indicator, facts));
}

function standingOf({id, version, title, titleEnglish}: Indicator, facts: EthicsFacts): EthicsStanding {
  const form = facts.forms.find(({indicator}) => indicator === id) ?? null;
  const own = facts.signatures.get(id) ?? null;
  const signature = own ?? (form && facts.demonstration ? demonstrationSignature(form) : null);
  const daysLeft = signature?.until ? daysBetween(facts.today, signature.until) : null;
  return {
    ...{indicator: id, title, titleEnglish, form, signature, daysLeft},
    state: stateOf(version, form, signature, daysLeft)
  };
}

function stateOf(
  version: number,
  form: EthicsForm | null,
  signature: EthicsSignature | null,
  daysLeft: number | null
): EthicsState {
  if (!form) return "no-form";
  if (form.version !== version) return "old-form";
  if (colourOf(form) === "red") return "red";
  if (!signature) return "unsigned";
  if (signature.sha256 !== formHash(form)) return "changed";
  return daysLeft !== null && daysLeft < 0 ? "expired" : "valid";
}

/** Dated as the form is, and never out of date: what it stands for is invented. */
function demonstrationSignature(form: EthicsForm): EthicsSignature {
  const {indicator, consideredOn: on} = form;
  return {indicator, sha256: formHash(form), by: demonstrationSigner, contact: "", on, until: null};
}

/** Throws where a signature would be good for longer than allowed, or for no day at all. */
export function lastDay(on: string, until: string | undefined): string {
  const latest = addDays(on, longestValidity - 1);
  if (until === undefined) return latest;
  if (until < on || until > latest) throw new Error(`not between ${on} and ${latest}: ${until}`);
  return until;
}

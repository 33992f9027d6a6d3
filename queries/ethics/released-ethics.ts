/** What a release says of ethics: `ethics.json` in its folder. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../config.ts";
import type {EthicsMark} from "../model.ts";
import {type Colour, colourOf, type EthicsForm, type EthicsSignature, formHash} from "./ethics-form.ts";
import type {EthicsStanding, EthicsState} from "./standing.ts";

export const ethicsFile = "ethics.json";

export interface ReleasedEthics {
  readonly forms: readonly SignedForm[];
  /** Indicators that are not in the release, and why. */
  readonly withheld: readonly WithheldIndicator[];
}

export interface SignedForm extends EthicsForm {
  readonly colour: Colour;
  readonly signature: EthicsSignature;
}

export interface WithheldIndicator {
  readonly indicator: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly state: Exclude<EthicsState, "valid">;
  /** The last day that a signature which has run out was good for. */
  readonly until: string | null;
}

export const noEthics: ReleasedEthics = {forms: [], withheld: []};

export function releasedEthics(standings: readonly EthicsStanding[]): ReleasedEthics {
  const sorted = standings.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1));
  return {
    forms: sorted.flatMap(({state, form, signature}) =>
      state === "valid" && form && signature ? [{...form, colour: colourOf(form), signature}] : []
    ),
    withheld: sorted.flatMap(({indicator, title, titleEnglish, state, signature}) =>
      state === "valid" ? [] : [{indicator, title, titleEnglish, state, until: signature?.until ?? null}]
    )
  };
}

/** None in releases from before there were any. */
export async function readReleasedEthics(dataDir: string, release: string): Promise<ReleasedEthics> {
  const path = join(storesOf(dataDir).releases, release, ethicsFile);
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? noEthics : (JSON.parse(text) as ReleasedEthics);
}

/** What a definition's place in a manifest says of its form. */
export function ethicsMark({forms}: ReleasedEthics, indicator: string): EthicsMark | undefined {
  const form = forms.find((each) => each.indicator === indicator);
  if (!form) return undefined;
  const {colour, signature} = form;
  return {
    colour,
    signedBy: signature.by,
    signedOn: signature.on,
    validUntil: signature.until,
    sha256: formHash(form)
  };
}

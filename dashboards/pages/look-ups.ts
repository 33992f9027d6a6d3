import {lookUpReasons} from "../../queries/access-sample.ts";
import type {Language} from "../../queries/model.ts";
import type {SampledLookUp} from "../../queries/registry/look-ups.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";

export interface LookUpsState {
  readonly language: Language;
  readonly back: string;
  readonly lookUps: readonly SampledLookUp[];
  /** The look-up whose answer cannot be used. */
  readonly problem: {readonly sequence: number; readonly text: "reason" | "personNumber"} | null;
}

export function lookUpsModel({language, back, lookUps, problem}: LookUpsState) {
  const {lookUpsPage: t} = webTextOf(language);
  return {
    action: hrefOf(language, "/konto/opslag"),
    onward: back || hrefOf(language, "/"),
    heading: t.count(lookUps.length),
    rows: lookUps.map(({sequence, at, resource}) => ({
      id: `opslag-${sequence}`,
      sequence,
      back,
      heading: t.heading(formatMoment(at, language)),
      resource,
      error: problem?.sequence === sequence ? t.problems[problem.text] : null,
      reasons: lookUpReasons.map((value) => ({value, label: t.reasons[value]}))
    }))
  };
}

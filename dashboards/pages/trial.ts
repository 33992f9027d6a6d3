/** What a sign-in with given claims would give; nothing of it is kept. */
import type {Grant} from "../../queries/access.ts";
import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {type WebText, webTextOf} from "../text-web.ts";
import {grantLabel, type NameOf} from "./account.ts";
import type {SignInProblem} from "./sign-in.ts";

export interface TrialResult {
  readonly grants: readonly Grant[];
  readonly secondFactor: boolean;
  readonly problem: SignInProblem | null;
  readonly notes: readonly {readonly kind: keyof WebText["trialPage"]["notes"]; readonly text: string}[];
}

export interface TrialState {
  readonly language: Language;
  readonly ready: boolean;
  readonly text: string;
  readonly notJson: boolean;
  readonly result: TrialResult | null;
  readonly nameOf: NameOf;
}

export function trialModel({language, ready, text, notJson, result, nameOf}: TrialState) {
  const {trialPage: t, signInPage} = webTextOf(language);
  return {
    ready,
    action: hrefOf(language, "/proevelogin"),
    text,
    error: notJson ? t.notJson : null,
    result: result && {
      kind: result.problem ? "error" : "success",
      ok: !result.problem,
      heading: result.problem ? t.rejected : t.accepted,
      problem: result.problem && signInPage.problems[result.problem],
      rights: result.grants.map((grant) => grantLabel(grant, nameOf, language)),
      factor: result.secondFactor ? t.yes : t.no,
      notes: result.notes.map(({kind, text: named}) => t.notes[kind](named))
    }
  };
}

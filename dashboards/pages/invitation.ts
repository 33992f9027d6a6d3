/** A code that was given becomes a passphrase: first the code, then what is chosen. */
import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {type WebText, webTextOf} from "../text-web.ts";
import {fieldOf} from "./access-field.ts";

export function invitationModel(language: Language, problem: "wrong" | Date | null) {
  const {invitation: t} = webTextOf(language);
  const error = problem && (problem === "wrong" ? t.wrong : t.wait(formatMoment(problem.toISOString(), language)));
  return {
    heading: t.title,
    lead: t.lead,
    action: hrefOf(language, "/invitation"),
    code: null,
    fields: [fieldOf({name: "kode", label: t.code, longest: 60, error, focus: true})],
    submit: t.submit
  };
}

export type ChoiceProblem = keyof WebText["invitation"]["problems"];

export interface ChoiceState {
  readonly language: Language;
  readonly code: string;
  /** Who takes the first invitation also says who they are; others see the name they were given. */
  readonly first: boolean;
  readonly shown: string;
  readonly name: string;
  readonly problem: ChoiceProblem | null;
}

export function choiceModel({language, code, first, shown, name, problem}: ChoiceState) {
  const {invitation: t} = webTextOf(language);
  const error = (...which: readonly ChoiceProblem[]) =>
    problem && which.includes(problem) ? {error: t.problems[problem], focus: true} : {};
  const self = fieldOf({
    name: "vist",
    label: t.shown,
    value: shown,
    autocomplete: "name",
    longest: 80,
    ...error("shown")
  });
  const signIn = {label: t.name, value: name, autocomplete: "username", longest: 60};
  return {
    heading: first ? t.first : t.choose,
    lead: first ? t.firstLead : t.passphraseHint,
    action: hrefOf(language, "/invitation/valg"),
    code,
    fields: [
      ...(first ? [self, fieldOf({name: "navn", hint: t.nameHint, ...signIn, ...error("name", "taken")})] : []),
      ...passphraseFields(t, error)
    ],
    submit: t.save
  };
}

function passphraseFields(t: WebText["invitation"], error: (...which: readonly ChoiceProblem[]) => object) {
  const fresh = {type: "password", autocomplete: "new-password"} as const;
  return [
    fieldOf({
      name: "saetning",
      label: t.passphrase,
      hint: t.passphraseHint,
      ...fresh,
      ...error("short", "long", "guessable", "same")
    }),
    fieldOf({name: "gentaget", label: t.repeat, ...fresh, ...error("different")})
  ];
}

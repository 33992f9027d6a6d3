import type {Role} from "../../queries/access-rules.ts";
import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {fieldOf} from "./access-field.ts";

export interface SignInState {
  readonly language: Language;
  /** Where to go on to; empty for the front page. */
  readonly back: string;
  readonly name: string;
  readonly problem: "wrong" | Date | null;
  /** Null where no one can sign in from here. */
  readonly local: boolean;
  readonly signedOut: boolean;
  readonly providers: readonly ("staff" | "citizen")[];
  readonly examples: readonly {readonly role: Role; readonly label: string}[];
}

export function signInModel(state: SignInState) {
  const {language, back, name, problem, local, signedOut, providers, examples} = state;
  const {signInPage: t, access} = webTextOf(language);
  const action = (path: string) => hrefOf(language, path);
  return {
    asked: back !== "" && !problem,
    signedOut,
    problem: problem && {text: problem === "wrong" ? t.wrong : t.wait(formatMoment(problem.toISOString(), language))},
    local: local && {
      action: action("/log-ind"),
      back,
      fields: [
        fieldOf({
          name: "navn",
          label: t.name,
          value: name,
          autocomplete: "username",
          longest: 60,
          focus: problem !== null
        }),
        fieldOf({name: "saetning", label: t.passphrase, type: "password", autocomplete: "current-password"})
      ]
    },
    invitation: action("/invitation"),
    providers: providers.map((provider) => ({
      label: t[provider],
      href: `${action(provider === "staff" ? "/log-ind/medarbejder" : "/log-ind/borger")}?til=${encodeURIComponent(back)}`
    })),
    demonstration: examples.length > 0 && {
      action: action("/log-ind/demonstration"),
      back,
      people: examples.map(({role, label}) => ({
        role,
        label,
        text: access.roleTexts[role]
      }))
    }
  };
}

export interface CodeState {
  readonly language: Language;
  readonly back: string;
  readonly problem: "wrong" | Date | null;
}

export function codeModel({language, back, problem}: CodeState) {
  const {secondFactor: t} = webTextOf(language);
  const error = problem && (problem === "wrong" ? t.wrong : t.wait(formatMoment(problem.toISOString(), language)));
  return {
    action: hrefOf(language, "/log-ind/kode"),
    back,
    field: fieldOf({
      name: "kode",
      label: t.code,
      hint: t.codeHint,
      autocomplete: "one-time-code",
      longest: 30,
      error,
      focus: true
    })
  };
}

export interface EnrolState {
  readonly language: Language;
  readonly back: string;
  /** The role needs it; else the user asked. */
  readonly forced: boolean;
  readonly problem: "wrong" | "expired" | null;
  readonly svg: string;
  readonly secret: string;
  /** The secret as only the server can read it. */
  readonly sealed: string;
}

export function enrolModel({language, problem, ...state}: EnrolState) {
  const {secondFactor: t} = webTextOf(language);
  const error = problem && t[problem];
  const field = fieldOf({
    name: "kode",
    label: t.code,
    autocomplete: "one-time-code",
    longest: 10,
    numeric: true,
    error
  });
  return {...state, action: hrefOf(language, "/log-ind/app"), field, steps: Object.values(t.steps)};
}

import type {Role} from "../../queries/access-rules.ts";
import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {type WebText, webTextOf} from "../text-web.ts";
import {fieldOf} from "./access-field.ts";

export type SignInProblem = keyof WebText["signInPage"]["problems"];

export interface SignInState {
  readonly language: Language;
  /** Where to go on to; empty for the front page. */
  readonly back: string;
  readonly name: string;
  readonly problem: "wrong" | SignInProblem | Date | null;
  /** Whether a name and passphrase are taken here; where not, whether that is for lack of encryption. */
  readonly local: boolean;
  readonly unsafe: boolean;
  /** Null unless they have just signed out; `1` or the provider where they are signed in still. */
  readonly signedOut: "1" | "staff" | "citizen" | null;
  readonly providers: readonly ("staff" | "citizen")[];
  readonly examples: readonly {readonly role: Role; readonly label: string}[];
}

export function signInModel(state: SignInState) {
  const {language, back, name, problem, local, unsafe, signedOut, providers, examples} = state;
  const {signInPage: t, access} = webTextOf(language);
  const action = (path: string) => hrefOf(language, path);
  return {
    asked: back !== "" && !problem,
    signedOut: signedOut && {there: signedOut === "1" ? null : action(signOutPaths[signedOut])},
    problem: problem && {text: problemText(problem, language)},
    unsafe,
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
      href: `${action(signInPaths[provider])}?til=${encodeURIComponent(back)}`
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

const signInPaths = {staff: "/log-ind/medarbejder", citizen: "/log-ind/borger"} as const;
const signOutPaths = {staff: "/log-ud/medarbejder", citizen: "/log-ud/borger"} as const;

function problemText(problem: "wrong" | SignInProblem | Date, language: Language): string {
  const {signInPage: t} = webTextOf(language);
  if (problem instanceof Date) return t.wait(formatMoment(problem.toISOString(), language));
  return problem === "wrong" ? t.wrong : t.problems[problem];
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

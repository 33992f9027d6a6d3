/** From a built package to a released one: which step leads where. Pure. */
import {BadInput} from "../errors.ts";
import {nextTimeOfDay} from "../reference/wheel-dates.ts";

/** As stored; a signed-off one is released from its instant on, whether or not anything runs then. */
export const storedStates = ["built", "previewed", "signed-off", "returned", "withdrawn"] as const;
export type StoredState = (typeof storedStates)[number];
export type IssueState = StoredState | "released";

export const signoffSteps = ["preview", "sign", "return", "move", "withdraw"] as const;
export type SignoffStep = (typeof signoffSteps)[number];

export interface SignoffNow {
  readonly state: StoredState;
  readonly releaseAt: string | null;
}

/** What somebody does with a package; `releaseAt` and `correction` matter when it is signed off. */
export interface StepTaken {
  readonly step: SignoffStep;
  readonly by: string;
  readonly at: Date;
  readonly comment: string;
  /** Absent: the next 08:00 in Denmark. */
  readonly releaseAt?: Date | undefined;
  /** What a correction corrects and why. */
  readonly correction?: string | undefined;
}

/** The Danish hour at which released packages are out, unless another is chosen. */
export const releaseTime = "08:00";

export function issueStateAt({state, releaseAt}: SignoffNow, now: Date): IssueState {
  return state === "signed-off" && releaseAt !== null && Date.parse(releaseAt) <= now.getTime() ? "released" : state;
}

const from: Readonly<Record<SignoffStep, readonly IssueState[]>> = {
  preview: ["built", "previewed", "returned"],
  sign: ["previewed"],
  return: ["built", "previewed", "signed-off"],
  move: ["signed-off"],
  withdraw: ["released"]
};
const to: Readonly<Record<SignoffStep, StoredState>> = {
  preview: "previewed",
  sign: "signed-off",
  return: "returned",
  move: "signed-off",
  withdraw: "withdrawn"
};

/** The state after the step. Throws `BadInput` where the step is not possible or lacks what it must say. */
export function takeStep(now: SignoffNow, taken: StepTaken, corrects: boolean): SignoffNow {
  const {step, by, at, comment, correction = ""} = taken;
  const state = issueStateAt(now, at);
  if (!from[step].includes(state)) throw refusal(step, state);
  if (by.trim() === "") throw new BadInput("a step without a name", "Skriv, hvem der gør det: --by »Navn«.");
  if ((step === "return" || step === "withdraw") && comment.trim() === "")
    throw new BadInput(`${step} without a reason`, "Skriv hvorfor: --comment »…«.");
  if (step === "sign" && corrects && correction.trim() === "")
    throw new BadInput(
      "a correction without a reason",
      "Pakken erstatter en, der er udsendt. Skriv, hvad der er rettet og hvorfor: --correction »…«."
    );
  return {state: to[step], releaseAt: step === "sign" || step === "move" ? releaseOf(taken) : null};
}

function releaseOf({at, releaseAt = nextTimeOfDay(at, releaseTime)}: StepTaken): string {
  if (releaseAt.getTime() < at.getTime())
    throw new BadInput("a release in the past", "Udsendelsen kan ikke lægges tilbage i tiden.");
  return releaseAt.toISOString();
}

const stateWords: Readonly<Record<IssueState, string>> = {
  built: "bygget, men ikke set igennem",
  previewed: "set igennem",
  "signed-off": "godkendt",
  returned: "sendt tilbage",
  withdrawn: "trukket tilbage",
  released: "udsendt"
};
const stepWords: Readonly<Record<SignoffStep, string>> = {
  preview: "ses igennem",
  sign: "godkendes",
  return: "sendes tilbage",
  move: "flyttes",
  withdraw: "trækkes tilbage"
};

function refusal(step: SignoffStep, state: IssueState): BadInput {
  return new BadInput(
    `cannot ${step} what is ${state}`,
    `En pakke, der er ${stateWords[state]}, kan ikke ${stepWords[step]}.`
  );
}

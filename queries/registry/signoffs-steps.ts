/** From a built package to a released one: which step leads where. Pure. */
import {BadInput} from "../errors.ts";
import {holdsPersonNumber} from "../personal/person-numbers.ts";
import {nextTimeOfDay} from "../reference/wheel-dates.ts";

/** As stored; a signed-off one is released from its instant on, whether or not anything runs then. */
export const storedStates = ["built", "previewed", "signed-off", "returned", "withdrawn"] as const;
export type StoredState = (typeof storedStates)[number];
export type IssueState = StoredState | "released";

export const signoffSteps = ["explain", "preview", "sign", "return", "move", "withdraw"] as const;
export type SignoffStep = (typeof signoffSteps)[number];

export interface SignoffNow {
  readonly state: StoredState;
  readonly releaseAt: string | null;
}

/** What a package replaces, and what it says about it. */
export interface Standing {
  /** It replaces one that is out or about to be. */
  readonly corrects: boolean;
  /** What it says that it corrects and why; empty where it says nothing. */
  readonly printed: string;
  /** What it is to say; empty where nobody has asked for anything else than what it says. */
  readonly wanted: string;
  /** A newer one has been built. */
  readonly isReplaced: boolean;
}

/** What somebody does with a package; `releaseAt` matters when it is signed off, `correction` when it is explained. */
export interface StepTaken {
  readonly step: SignoffStep;
  readonly by: string;
  /** The account that took it; absent at the command line. */
  readonly account?: string | undefined;
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

/** From where each step leads; `explain` has the package printed again, and then looked at again. */
const from: Readonly<Record<SignoffStep, readonly IssueState[]>> = {
  explain: ["built", "previewed", "returned"],
  preview: ["built", "previewed", "returned"],
  sign: ["previewed"],
  return: ["built", "previewed", "signed-off"],
  move: ["signed-off"],
  withdraw: ["released"]
};
const to: Readonly<Record<SignoffStep, StoredState>> = {
  explain: "built",
  preview: "previewed",
  sign: "signed-off",
  return: "returned",
  move: "signed-off",
  withdraw: "withdrawn"
};

/** The state after the step. Throws `BadInput` where the step is not possible or lacks what it must say. */
export function takeStep(now: SignoffNow, taken: StepTaken, standing: Standing = nothingReplaced): SignoffNow {
  const {step, by, at, comment} = taken;
  const state = issueStateAt(now, at);
  if (!mayTake(step, state)) throw refusal(step, state);
  if (by.trim() === "") throw new BadInput("a step without a name", "Skriv, hvem der gør det: --by »Navn«.");
  if ((step === "return" || step === "withdraw") && comment.trim() === "")
    throw new BadInput(`${step} without a reason`, "Skriv hvorfor: --comment »…«.");
  judgeCorrection(taken, standing);
  return {state: to[step], releaseAt: step === "sign" || step === "move" ? releaseOf(taken) : null};
}

const nothingReplaced: Standing = {corrects: false, printed: "", wanted: "", isReplaced: false};

/** Whether the step leads anywhere from this state. */
export function mayTake(step: SignoffStep, state: IssueState): boolean {
  return from[step].includes(state);
}

/** Whether it is a correction that nobody has said anything about. */
export function awaitsReason(state: IssueState, {corrects, printed, wanted, isReplaced}: Standing): boolean {
  return mayTake("explain", state) && corrects && !isReplaced && printed === "" && wanted === "";
}

/** What a correction corrects and why is printed in it, so it is said before anybody looks at it. */
function judgeCorrection({step, correction = ""}: StepTaken, {corrects, printed, wanted, isReplaced}: Standing): void {
  const isPrinted = wanted === "" || wanted === printed;
  if (step === "explain" && !corrects)
    throw new BadInput("nothing to explain", "Pakken erstatter ikke en, der er udsendt.");
  if (step === "explain" && correction.trim() === "")
    throw new BadInput("an explanation without words", "Skriv, hvad der er rettet og hvorfor: --correction »…«.");
  if (step === "explain") judgeReason(correction);
  if (step !== "preview" && step !== "sign") return;
  if (isReplaced)
    throw new BadInput("a newer issue has been built", "Der er bygget en nyere udgivelse af pakken; brug den.");
  if (!isPrinted)
    throw new BadInput(
      "the reason is not printed yet",
      "Pakken er ved at blive trykt igen med begrundelsen. Vent, eller kør »aarshjul run packages«."
    );
  if (step === "sign" && corrects && (printed === "" || (correction !== "" && correction !== printed)))
    throw new BadInput(
      "a correction without a reason",
      "Pakken erstatter en, der er udsendt. Skriv først, hvad der er rettet og hvorfor: --step explain --correction »…«."
    );
}

const longestReason = 1000;

/** A reason is printed for everybody to read. Throws `BadInput` where it cannot be. */
export function judgeReason(text: string): void {
  if (holdsPersonNumber(text))
    throw new BadInput("a person number in a reason", "Der står et personnummer i begrundelsen. Skriv den uden.");
  if (text.length > longestReason)
    throw new BadInput("a reason that is too long", `Begrundelsen må højst være på ${longestReason} tegn.`);
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
  explain: "begrundes",
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

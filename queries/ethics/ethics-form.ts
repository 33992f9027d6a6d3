/** The data-ethics form of an indicator: what was asked, what was answered, and what its signature stands for. */
import {createHash} from "node:crypto";
import type {DataPurpose} from "../standards/standard.ts";

/** In the order in which they are answered. */
export const questions = [
  "purpose",
  "benefit",
  "minimum",
  "burden",
  "sensitivity",
  "vulnerable",
  "misreadings",
  "uncertainty",
  "incentives",
  "equality",
  "individuals",
  "transparency",
  "involvement",
  "alternative"
] as const;
export type Question = (typeof questions)[number];

export const colours = ["green", "orange", "red"] as const;
export type Colour = (typeof colours)[number];

export interface Answer {
  /** Orange: known, and to be watched. Red: the indicator must not be released. */
  readonly colour: Colour;
  readonly text: string;
}

/** 1: capacity, money. 2: grades, attendance. 3: wellbeing, health, social conditions, sickness of few. */
export type SensitivityClass = 1 | 2 | 3;

/** One for each indicator, of whatever version; texts are Danish. */
export interface EthicsForm {
  readonly indicator: string;
  /** The version of the indicator that was considered; a newer one must be considered anew. */
  readonly version: number;
  /** The day on which the answers were last gone through, `YYYY-MM-DD`. */
  readonly consideredOn: string;
  /** What the indicator serves; the data that it is made of must permit each of them. */
  readonly purposes: readonly DataPurpose[];
  readonly sensitivityClass: SensitivityClass;
  /** What registering costs the staff, beyond what they register anyway. */
  readonly minutesPerCase: number;
  /** By then it must have shown its worth, or it goes. */
  readonly sunset: string;
  readonly answers: Readonly<Record<Question, Answer>>;
}

/** Somebody who answers for the form as it stood on a day. */
export interface EthicsSignature {
  readonly indicator: string;
  /** Of the form that was read, see `formHash`. */
  readonly sha256: string;
  /** Name and title. */
  readonly by: string;
  /** Whom to ask about the indicator. */
  readonly contact: string;
  readonly on: string;
  /** The last day that it is good for; null only in a demonstration. */
  readonly until: string | null;
}

export function green(text: string): Answer {
  return {colour: "green", text};
}

export function orange(text: string): Answer {
  return {colour: "orange", text};
}

/** As bad as its worst answer. */
export function colourOf({answers}: Pick<EthicsForm, "answers">): Colour {
  const given = questions.map((question) => answers[question].colour);
  return given.includes("red") ? "red" : given.includes("orange") ? "orange" : "green";
}

export function countColours({answers}: Pick<EthicsForm, "answers">): Readonly<Record<Colour, number>> {
  const count = (colour: Colour) => questions.filter((question) => answers[question].colour === colour).length;
  return {green: count("green"), orange: count("orange"), red: count("red")};
}

/** The same for the same answers, in whatever order they stand. */
export function formHash(form: EthicsForm): string {
  const {indicator, version, consideredOn, purposes, sensitivityClass, minutesPerCase, sunset, answers} = form;
  const given = questions.map((question) => [question, answers[question].colour, answers[question].text]);
  const facts = [indicator, version, consideredOn, purposes, sensitivityClass, minutesPerCase, sunset, given];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

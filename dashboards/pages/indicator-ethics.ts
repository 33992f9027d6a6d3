/** The data-ethics form of one indicator, as it was signed for the release. */
import {countColours, questions} from "../../queries/ethics/ethics-form.ts";
import type {SignedForm} from "../../queries/ethics/released-ethics.ts";
import type {Language} from "../../queries/model.ts";
import {capital} from "../first-letter.ts";
import {formatDate} from "../format.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {fact} from "./fact.ts";

export function ethicsModel(form: SignedForm | undefined, language: Language) {
  if (!form) return null;
  const {ethics: t} = webTextOf(language);
  const {green, orange, red} = countColours(form);
  return {
    colour: form.colour,
    overall: `${t.colours[form.colour]}: ${t.counts(green, orange, red)}`,
    facts: factsOf(form, language),
    questions: questions.map((question) => {
      const {colour, text} = form.answers[question];
      return {title: t.questions[question], colour, colourName: t.colours[colour], text};
    })
  };
}

function factsOf(form: SignedForm, language: Language) {
  const {ethics: t} = webTextOf(language);
  const {signature, sensitivityClass, purposes, minutesPerCase, consideredOn, sunset} = form;
  const day = (date: string) => formatDate(date, language);
  const facts: readonly (readonly [string, string])[] = [
    [t.signed, signature.by],
    [t.signedOn, day(signature.on)],
    signature.until ? [t.validUntil, day(signature.until)] : [t.valid, t.noEnd],
    [t.contact, signature.contact],
    [t.class, t.classes[sensitivityClass]],
    [
      t.purposes,
      listed(
        purposes.map((purpose) => t.purposeNames[purpose]),
        textOf(language).and
      )
    ],
    [t.minutes, t.minutesValue(minutesPerCase)],
    [t.considered, day(consideredOn)],
    [t.sunset, day(sunset)]
  ];
  return facts.filter(([, value]) => value).map(([term, value]) => fact(term, capital(value)));
}

/** What is the same for many indicators: said once, and read by each of them. */
import type {DataPurpose} from "../../standards/standard.ts";
import {type Answer, type EthicsForm, green, orange, type Question} from "../ethics-form.ts";

const consideredOn = "2026-11-22";
const sunset = "2028-12-31";

type Facts = Pick<EthicsForm, "sensitivityClass" | "minutesPerCase"> & {readonly purposes: readonly DataPurpose[]};
type Answers<Asked extends Question> = Readonly<Record<Asked, Answer>>;

/** What is asked of each indicator for itself. */
export type Own = Answers<"purpose" | "benefit" | "misreadings" | "incentives"> & Partial<Answers<Question>>;

/** What a family of indicators of the same data answers alike. */
export type Family = Facts &
  Answers<
    Exclude<
      Question,
      | "purpose"
      | "benefit"
      | "misreadings"
      | "incentives"
      | "individuals"
      | "transparency"
      | "involvement"
      | "alternative"
    >
  > &
  Partial<Answers<Question>>;

export function formOf(indicator: string, family: Family, own: Own, version = 1): EthicsForm {
  const {purposes, sensitivityClass, minutesPerCase, ...answers} = family;
  return {
    ...{indicator, version, consideredOn, purposes, sensitivityClass, minutesPerCase, sunset},
    answers: {...common, ...answers, ...own}
  };
}

const common: Answers<"individuals" | "transparency" | "involvement" | "alternative"> = {
  individuals: green(
    "Nej. Tallet gælder institutioner, områder og kommuner. Der laves ingen forudsigelser om enkeltpersoner, og ingen afgørelse træffes på tallet alene."
  ),
  transparency: green(
    "Definition, beregning, kilde, ændringer og denne formular står på nøgletallets side, og tallene kan hentes. Forespørgslen kan læses af alle."
  ),
  involvement: orange(
    "Formularen er skrevet af dem, der har lavet programmet. Forældrebestyrelser, elevråd og medarbejdere er ikke hørt endnu; kommunen hører dem, før den skriver under."
  ),
  alternative: green(
    "Alternativet er en samtale uden tal. Nøgletallet tages ud, hvis ingen læringssamtale eller beslutning har brugt det inden udløbsdatoen."
  )
};

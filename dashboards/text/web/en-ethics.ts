import {formatDate} from "../../format.ts";

const day = (date: string) => formatDate(date, "en");

export const englishEthics = {
  ethics: {
    title: "Data-ethics form",
    lead: "What must be answered and signed before the indicator may be released. The answers are in Danish.",
    none: "This release is from before the forms and says nothing of the indicator's form.",
    answers: "All answers",
    colours: {green: "Green", orange: "Orange", red: "Red"},
    counts: (green: number, orange: number, red: number) => `${green} green answers, ${orange} orange, ${red} red`,
    signed: "Signed by",
    signedOn: "Date",
    validUntil: "Valid to and including",
    valid: "Valid for",
    noEnd: "The demonstration only: the data are invented, and nobody has signed.",
    contact: "Ask",
    considered: "Answers gone through on",
    sunset: "Taken out if nobody has used it by",
    class: "Sensitivity class",
    classes: {
      1: "1: capacity and resources",
      2: "2: results and attendance",
      3: "3: wellbeing, health and social conditions"
    },
    purposes: "May be used for",
    purposeNames: {
      quality: "development of quality",
      supervision: "supervision",
      statistics: "statistics"
    },
    minutes: "Registration for each case",
    minutesValue: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
    questions: {
      purpose: "What is the purpose?",
      benefit: "What does the citizen gain?",
      minimum: "Could less do?",
      burden: "What does registering cost?",
      sensitivity: "How sensitive is it?",
      vulnerable: "Who may be harmed?",
      misreadings: "The three most likely misreadings",
      uncertainty: "When does a change mean something?",
      incentives: "How could the figure be gamed?",
      equality: "Does it meet groups differently?",
      individuals: "May it be used about single persons?",
      transparency: "Can it be checked?",
      involvement: "Who has been heard?",
      alternative: "What is the alternative, and when does it stop?"
    },
    withheld: {
      "no-form": (title: string) => `“${title}” is not released: it has no data-ethics form.`,
      "old-form": (title: string) =>
        `“${title}” is not released: its form is about an older version of the indicator and must be gone through again.`,
      red: (title: string) => `“${title}” is not released: an answer in its data-ethics form is red.`,
      unsigned: (title: string) => `“${title}” is not released: nobody has signed its data-ethics form.`,
      changed: (title: string) => `“${title}” is not released: its data-ethics form has changed since it was signed.`,
      expired: (title: string, until: string) =>
        `“${title}” is not released: the signature on its data-ethics form was valid to and including ${day(until)}.`
    },
    warning: (title: string, until: string) =>
      `The signature on the data-ethics form of “${title}” is valid only to and including ${day(until)}. After that the figure is not released.`,
    states: {
      valid: "valid",
      "no-form": "missing",
      "old-form": "out of date",
      red: "red",
      unsigned: "not signed",
      changed: "changed since the signature",
      expired: "expired"
    }
  }
};

import {formatDate} from "../../format.ts";

const day = (date: string) => formatDate(date, "da");

export const danishEthics = {
  ethics: {
    title: "Dataetisk formular",
    lead: "Det, der skal være svaret på og skrevet under på, før nøgletallet må frigives.",
    none: "Denne frigivelse er fra før formularerne og siger intet om nøgletallets formular.",
    answers: "Alle svar",
    colours: {green: "Grøn", orange: "Orange", red: "Rød"},
    counts: (green: number, orange: number, red: number) => `${green} grønne svar, ${orange} orange, ${red} røde`,
    signed: "Underskrevet af",
    signedOn: "Dato",
    validUntil: "Gælder til og med",
    valid: "Gælder",
    noEnd: "Kun demonstrationen: data er opdigtede, og ingen har skrevet under.",
    contact: "Spørg",
    considered: "Svarene er gennemgået",
    sunset: "Tages ud, hvis ingen har brugt det inden",
    class: "Følsomhedsklasse",
    classes: {
      1: "1: kapacitet og ressourcer",
      2: "2: resultater og fremmøde",
      3: "3: trivsel, helbred og sociale forhold"
    },
    purposes: "Må bruges til",
    purposeNames: {
      quality: "udvikling af kvalitet",
      supervision: "tilsyn",
      statistics: "statistik"
    },
    minutes: "Registrering for hver sag",
    minutesValue: (count: number) => (count === 1 ? "1 minut" : `${count} minutter`),
    questions: {
      purpose: "Hvad er formålet?",
      benefit: "Hvad får borgeren ud af det?",
      minimum: "Kunne mindre gøre det?",
      burden: "Hvad koster registreringen?",
      sensitivity: "Hvor følsomt er det?",
      vulnerable: "Hvem kan tage skade?",
      misreadings: "De tre mest sandsynlige fejllæsninger",
      uncertainty: "Hvornår betyder en ændring noget?",
      incentives: "Hvordan kan tallet blive pyntet?",
      equality: "Rammer det grupper forskelligt?",
      individuals: "Må det bruges om enkeltpersoner?",
      transparency: "Kan det efterprøves?",
      involvement: "Hvem er hørt?",
      alternative: "Hvad er alternativet, og hvornår stopper det?"
    },
    withheld: {
      "no-form": (title: string) => `»${title}« er ikke frigivet: det har ingen dataetisk formular.`,
      "old-form": (title: string) =>
        `»${title}« er ikke frigivet: formularen gælder en ældre version af nøgletallet og skal gennemgås igen.`,
      red: (title: string) => `»${title}« er ikke frigivet: et svar i den dataetiske formular er rødt.`,
      unsigned: (title: string) => `»${title}« er ikke frigivet: ingen har skrevet under på den dataetiske formular.`,
      changed: (title: string) =>
        `»${title}« er ikke frigivet: den dataetiske formular er ændret, siden der blev skrevet under.`,
      expired: (title: string, until: string) =>
        `»${title}« er ikke frigivet: underskriften på den dataetiske formular gjaldt til og med ${day(until)}.`
    },
    warning: (title: string, until: string) =>
      `Underskriften på den dataetiske formular for »${title}« gælder kun til og med ${day(until)}. Derefter bliver tallet ikke frigivet.`,
    states: {
      valid: "gælder",
      "no-form": "mangler",
      "old-form": "forældet",
      red: "rød",
      unsigned: "ikke underskrevet",
      changed: "ændret siden underskriften",
      expired: "udløbet"
    }
  }
};

import {type Answer, type EthicsForm, green, orange} from "../ethics-form.ts";
import {type Family, formOf} from "./shared.ts";

const survey: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 1,
  minutesPerCase: 3,
  minimum: green(
    "Kun om forælderen har svaret, og ét svar på en skala. Fri tekst, barnets navn og familiens forhold er udeladt."
  ),
  burden: orange(
    "Omkring 3 minutter for hver forælder; personalet bruger tid på at minde om svaret. Derfor spørges der én gang om året."
  ),
  sensitivity: green("Almindelige oplysninger. Den, der svarer, står under målingens eget pseudonym."),
  vulnerable: orange("Forældre, der sjældent svarer, bliver ikke hørt. Læs derfor tallet sammen med svarprocenten."),
  uncertainty: green(
    "Vises med interval eller en grænse for, hvad der kan læses. Under 20 svar siger en ændring næsten intet."
  ),
  equality: orange(
    "Skemaet kræver, at man læser dansk godt. Svarene opdeles ikke på baggrund, fordi grupperne er for små."
  )
};

const satisfactionReadings: Answer = green(
  "1. »De tilfredse har det bedste tilbud«: forventninger er forskellige. 2. »Et fald er en krise«: få svar flytter tallet. 3. »Alle mener det«: kun de, der svarede."
);
const satisfactionIncentives: Answer = orange(
  "Ledere kan skubbe til de tilfredse forældre. Læs det sammen med svarprocenten; tallet bruges ikke til løn eller tildeling."
);
const responseReadings: Answer = green(
  "1. »Lav svarprocent er ligegyldighed«: travlhed og sprog tæller. 2. »Høj svarprocent er tilfredshed«: den siger kun, hvor mange der svarede. 3. »Forskellen mellem to steder er sikker«: der vises et interval."
);
const responseIncentives: Answer = green(
  "En høj svarprocent kan kun nås ved at få flere til at svare, og det er hensigten."
);

export const parentForms: readonly EthicsForm[] = [
  formOf("parent-satisfaction", survey, {
    purpose: green(
      "At høre forældrenes samlede vurdering af dagtilbud som grund for en samtale. Til brug for forældrebestyrelser og udvalg."
    ),
    benefit: green("Forældre bliver hørt alle sammen, ikke kun de, der møder op."),
    misreadings: satisfactionReadings,
    incentives: satisfactionIncentives
  }),
  formOf("parent-satisfaction-school", survey, {
    purpose: green(
      "At høre forældrenes samlede vurdering af skolen som grund for en samtale. Til brug for skolebestyrelser og udvalg."
    ),
    benefit: green("Skolebestyrelsen kan tage fat, før utilfredshed bliver til skoleskift."),
    misreadings: satisfactionReadings,
    incentives: satisfactionIncentives
  }),
  formOf("parent-satisfaction-leisure", survey, {
    purpose: green(
      "At høre forældrenes samlede vurdering af fritidstilbud som grund for en samtale. Til brug for forældreråd."
    ),
    benefit: green("Forældre kan påvirke en del af dagen, som ellers sjældent bliver drøftet."),
    misreadings: satisfactionReadings,
    incentives: satisfactionIncentives
  }),
  formOf("parent-response-rate", survey, {
    purpose: green(
      "At vide, om tilfredsheden med dagtilbud dækker forældrene bredt. Til brug for dem, der læser tilfredsheden."
    ),
    benefit: green("De forældre, der ikke bliver hørt, bliver set."),
    misreadings: responseReadings,
    incentives: responseIncentives
  }),
  formOf("parent-response-rate-school", survey, {
    purpose: green("At vide, om tilfredsheden med skolen dækker forældrene bredt. Til brug for skolebestyrelser."),
    benefit: green("Skolen kan finde andre veje til de forældre, der ikke svarer."),
    misreadings: responseReadings,
    incentives: responseIncentives
  }),
  formOf("parent-response-rate-leisure", survey, {
    purpose: green(
      "At vide, om tilfredsheden med fritidstilbud kan bruges, når få svarer. Til brug for fritidschefer."
    ),
    benefit: green("Få svar bliver ikke til en dom over tilbuddet."),
    misreadings: responseReadings,
    incentives: responseIncentives
  })
];

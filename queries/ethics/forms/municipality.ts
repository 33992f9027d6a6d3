import {type Answer, type EthicsForm, green, orange} from "../ethics-form.ts";
import {type Family, formOf} from "./shared.ts";

const published: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 1,
  minutesPerCase: 0,
  minimum: green("Offentlige tal for hele kommuner. Der hentes intet om enkeltpersoner og ingen mindre områder."),
  burden: green("0 minutter: tallet er udgivet af Danmarks Statistik."),
  sensitivity: green("Ingen personoplysninger: tallet er offentligt og gælder en hel kommune."),
  vulnerable: orange(
    "Kommuner med svære vilkår kan blive stemplet. Tallet vises som ramme og aldrig som resultat, og der er ingen rangliste."
  ),
  uncertainty: green("Fuld tælling fra registre. Brud i opgørelsen står ved tallet."),
  equality: green("Samme opgørelse for alle kommuner."),
  individuals: green("Nej. Der er ingen oplysninger om enkeltpersoner i tallet.")
};

const noIncentive: Answer = green("Kommunen kan ikke påvirke tallet på kort sigt, og intet mål er knyttet til det.");

export const municipalityForms: readonly EthicsForm[] = [
  formOf("disposable-income", published, {
    purpose: green(
      "At finde kommuner med lignende vilkår og undgå uretfærdig sammenligning. Til brug for direktioner."
    ),
    benefit: green("Skoler og dagtilbud sammenlignes med nogen, der har samme vilkår."),
    misreadings: green(
      "1. »Alle har så meget at leve for«: det er et gennemsnit. 2. »Fattige kommuner er dårlige kommuner«: tallet er en ramme. 3. »Springet i 2016 er rigtigt«: opgørelsen blev ændret, og det står ved tallet."
    ),
    incentives: noIncentive
  }),
  formOf("employment-rate", published, {
    purpose: green("At finde kommuner med lignende vilkår og læse skoletal i lyset af dem. Til brug for direktioner."),
    benefit: green("Resultater i skolen læses med forståelse for forældrenes vilkår."),
    misreadings: green(
      "1. »Arbejdsløse forældre giver dårlige skoler«: tallet siger intet om årsag. 2. »Resten er ledige«: mange er under uddannelse. 3. »Tallet er nyt«: det er et år eller mere gammelt."
    ),
    incentives: noIncentive
  }),
  formOf("population", published, {
    purpose: green(
      "At kende rammen for kommunens opgaver og planlægge pladser. Til brug for alle, der læser de andre tal."
    ),
    benefit: green("Der bygges skoler og dagtilbud, hvor børnene bliver flere."),
    misreadings: green(
      "1. »Vækst er altid godt«: den koster også. 2. »Tallet gælder i dag«: det er 1. januar. 3. »Aldersgrupperne er klasser«: de følger kalenderår."
    ),
    incentives: noIncentive,
    vulnerable: green("Ingen grupper udpeges; tallet er for hele kommunen.")
  }),
  formOf("population-density", published, {
    purpose: green("At tage hensyn til afstande, når skoler og dagtilbud sammenlignes. Til brug for landkommuner."),
    benefit: green("Små skoler på landet måles ikke med byens mål."),
    misreadings: green(
      "1. »Tæt er bedre«: nej, det er en ramme. 2. »Alle bor sådan«: store skove og vand trækker ned. 3. »Afstand til skole«: det måler tallet ikke."
    ),
    incentives: noIncentive
  }),
  formOf("population-share-0-5", published, {
    purpose: green("At planlægge dagtilbud og finde kommuner med lignende befolkning. Til brug for planlæggere."),
    benefit: green("Der er plads til de små børn, hvor de bor."),
    misreadings: green(
      "1. »Flere små børn betyder flere fødsler«: tilflytning tæller. 2. »Andelen er antallet«: den kan stige, mens antallet falder. 3. »Alle går i dagtilbud«: ikke alle gør."
    ),
    incentives: noIncentive
  }),
  formOf("population-share-6-16", published, {
    purpose: green("At planlægge skoler og finde kommuner med lignende befolkning. Til brug for planlæggere."),
    benefit: green("Skolerne passer til de børn, der kommer."),
    misreadings: green(
      "1. »Alle går i kommunens skole«: nogle går i friskole. 2. »Andelen er antallet«: den kan falde, mens antallet stiger. 3. »Et år er en udvikling«: se flere år."
    ),
    incentives: noIncentive
  }),
  formOf("population-share-67-plus", published, {
    purpose: green(
      "At forstå, hvad der ellers trækker på kommunens penge, og finde lignende kommuner. Til brug for økonomiudvalg."
    ),
    benefit: green("Prioriteringen mellem børn og ældre bliver synlig og kan drøftes."),
    misreadings: green(
      "1. »Ældre er en byrde«: tallet er en ramme, ikke en dom. 2. »Alle over 67 har brug for pleje«: de fleste har ikke. 3. »Andelen er antallet«: se begge."
    ),
    incentives: noIncentive,
    vulnerable: orange("Ældre kan blive omtalt som en udgift. Tallet vises kun som ramme.")
  })
];

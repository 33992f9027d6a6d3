import {type EthicsForm, green, orange} from "../ethics-form.ts";
import {type Family, formOf} from "./shared.ts";

const absence: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 2,
  minutesPerCase: 0,
  minimum: green(
    "Kun antal dage af tre slags pr. halvår. Datoer, årsager i ord, notater og forældres henvendelser er udeladt."
  ),
  burden: green("0 minutter ud over det, loven kræver: læreren fører fravær hver dag."),
  sensitivity: orange(
    "Fravær er fortroligt og kan røbe sygdom. Elever under pseudonym; små grupper og klasser skjules."
  ),
  vulnerable: orange(
    "Børn med sygdom, børn i svære hjem og de klasser, de går i. Intet tal må kunne føres til et barn."
  ),
  uncertainty: green("Vises med interval. Ét barn med langt fravær kan flytte en klasse meget."),
  equality: orange(
    "Køn og baggrund opdeles ikke, fordi grupperne er for små. Skolers føring af fravær er ikke helt ens."
  ),
  individuals: green("Nej. Hjælp til et barn sker i skolens eget system efter loven; her kan intet barn findes.")
};

export const absenceForms: readonly EthicsForm[] = [
  formOf("school-absence", absence, {
    purpose: green(
      "At se, om børn kommer for lidt i skole, og hvem der har fået det ned. Til brug for skolechefer og udvalg."
    ),
    benefit: green("Flere børn kommer i skole, fordi skoler lærer af hinanden."),
    misreadings: green(
      "1. »Fravær er pjæk«: det meste er sygdom. 2. »Skolen er ligeglad«: én familie på rejse kan ses. 3. »Tallet svarer til ministeriets«: det regnes anderledes, og det står ved tallet."
    ),
    incentives: orange(
      "Et mål kan få skoler til ikke at skrive fravær ned. Tallet har intet mål, og store fald skal tages op i læringssamtalen."
    )
  }),
  formOf(
    "school-absence-sick",
    {...absence, sensitivityClass: 3},
    {
      purpose: green(
        "At skelne sygdom fra andet fravær og spørge, om den dækker over mistrivsel. Til brug for skolechefer."
      ),
      benefit: green("Børn, der bliver væk af ondt i maven, bliver mødt i tide."),
      misreadings: green(
        "1. »Børnene er mere syge her«: der føres forskelligt. 2. »Sygdom er harmløs«: den kan dække over mistrivsel. 3. »Vinteren er en tendens«: sammenlign samme halvår."
      ),
      incentives: orange("Ulovligt fravær kan skrives som sygdom. De tre slags skal derfor læses sammen.")
    }
  ),
  formOf("school-absence-permitted", absence, {
    purpose: green("At se, om skolerne giver fri efter samme linje. Til brug for skolebestyrelser."),
    benefit: green("Familier bliver behandlet ens, uanset skole."),
    misreadings: green(
      "1. »Skolen er slap«: rejser hjem til familie tæller. 2. »Tilladelse er ulovligt«: det er lovligt. 3. »Få dage betyder intet«: for nogle børn er det mange."
    ),
    incentives: orange("Skoler kan give lov for at undgå ulovligt fravær. De tre slags skal derfor læses sammen.")
  }),
  formOf(
    "school-absence-unlawful",
    {...absence, sensitivityClass: 3},
    {
      purpose: green(
        "At se, om nogen griber ind, når børn bliver væk uden grund. Til brug for skole- og familiechefer."
      ),
      benefit: green("Et barn, der bliver væk, får hjælp tidligt."),
      misreadings: green(
        "1. »Forældrene er ligeglade«: årsagen kendes ikke. 2. »Bestemte grupper pjækker«: tallet siger intet om, hvem de er. 3. »Ydelsen skal standses«: tallet må ikke bruges til sager."
      ),
      incentives: orange(
        "Skoler kan skrive fravær som sygdom for at undgå pligten til at melde det. De tre slags skal derfor læses sammen."
      )
    }
  ),
  formOf(
    "high-absence-share",
    {...absence, sensitivityClass: 3},
    {
      purpose: green(
        "At vide, hvor mange børn der er på vej til bekymrende fravær, så der er hjælp nok. Til brug for skole- og familiechefer."
      ),
      benefit: green("Der er PPR-timer og hjælp der, hvor mange børn har højt fravær."),
      misreadings: green(
        "1. »Det er dem, der pjækker«: sygdom tæller med. 2. »10 procent er en grænse for barnet«: den er valgt for at kunne tælle. 3. »Nul er muligt«: nogle børn er alvorligt syge."
      ),
      incentives: orange("En grænse kan få fokus på børn lige under den. Læs det sammen med det samlede fravær.")
    }
  )
];

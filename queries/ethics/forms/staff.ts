import {type EthicsForm, green, orange} from "../ethics-form.ts";
import {type Family, formOf} from "./shared.ts";

const sickness: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 3,
  minutesPerCase: 0,
  minimum: green(
    "Kun antal sygedage og mulige arbejdsdage pr. halvår. Årsag, forløb, navn og alder er udeladt, og dage for den enkelte vises aldrig."
  ),
  burden: green("0 minutter: fraværet registreres i lønsystemet i forvejen."),
  sensitivity: orange(
    "Helbred er en særlig kategori. Ansatte under pseudonym; små arbejdspladser skjules, også når ingen har været syge."
  ),
  vulnerable: orange(
    "Langtidssyge på små arbejdspladser kan genkendes af kolleger. Derfor vises kun grupper, hvor mange nok indgår, og lederen af stedet regnes som en, der ved noget i forvejen."
  ),
  uncertainty: green("Vises med interval. Ét langt forløb kan flytte en lille institution flere procentpoint."),
  equality: green("Deltid og fuldtid vægtes ens efter mulige arbejdsdage. Køn og alder indgår ikke."),
  individuals: green(
    "Nej. Tallet må aldrig bruges i en sygesamtale eller en personalesag, og den enkeltes dage kan ikke findes i programmet."
  )
};

const positions: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 1,
  minutesPerCase: 0,
  minimum: green("Kun stilling, timer og uddannelse. Navn, løn, alder og fravær er udeladt."),
  burden: green("0 minutter: stillingerne står i lønsystemet i forvejen."),
  sensitivity: green("Almindelige oplysninger om ansatte under pseudonym. Ingen særlige kategorier."),
  vulnerable: orange("I små fritidstilbud er der få ansatte; tallet skjules, hvor en enkelt kunne genkendes."),
  uncertainty: green(
    "Ingen stikprøve, men én stilling flytter et lille tilbud meget. Forskelle under grænsen på siden omtales ikke."
  ),
  equality: green("Opgøres ens for alle tilbud; tilbud for unge har andre fagligheder.")
};

export const staffForms: readonly EthicsForm[] = [
  formOf("staff-sickness", sickness, {
    purpose: green(
      "At opdage, hvor arbejdsmiljøet svigter, og hvor børn møder mange vikarer. Til brug for forvaltning og MED-udvalg."
    ),
    benefit: green("Børnene møder de samme voksne, fordi ledere får støtte i tide."),
    misreadings: green(
      "1. »Lederen er dårlig«: ét langt forløb kan være hele forskellen. 2. »Folk pjækker«: tallet er sygdom, ikke vilje. 3. »Kommuner kan ligne hinanden direkte«: barns sygdom tælles forskelligt; her tælles den ikke."
    ),
    incentives: orange("Et mål kan få folk til at møde syge på arbejde. Tallet har derfor intet mål.")
  }),
  formOf("teacher-sickness", sickness, {
    purpose: green(
      "At følge, om eleverne har de samme lærere, og om arbejdsmiljøet holder. Til brug for skolechefer og MED-udvalg."
    ),
    benefit: green("Eleverne får færre aflyste timer og færre skift af lærer."),
    misreadings: green(
      "1. »Lærerne er mere syge end andre«: sammenlign kun med samme opgørelse. 2. »Skolen X har et problem«: tallet vises kun for kommuner. 3. »Stigningen er stress«: årsagen kendes ikke."
    ),
    incentives: orange("Et mål kan få folk til at møde syge på arbejde. Tallet har derfor intet mål."),
    vulnerable: green("Tallet vises ikke for enkelte skoler, netop fordi få lærere kunne genkendes.")
  }),
  formOf("staff-sickness-days-per-fte", sickness, {
    purpose: green(
      "At se på tværs, hvor arbejdsmiljøet kræver støtte, og hvad fraværet koster børnene. Til brug for direktion og HR."
    ),
    benefit: green("Børn og unge får en mere stabil hverdag i skoler og tilbud."),
    misreadings: green(
      "1. »Alle har så mange sygedage«: få har mange, mange har få. 2. »Dagtilbud er værre end skoler«: smitte fra små børn betyder meget. 3. »Faldet viser en god indsats«: en influenza mindre kan være nok."
    ),
    incentives: orange("Et mål kan få folk til at møde syge på arbejde. Tallet har derfor intet mål.")
  }),
  formOf(
    "pupils-per-teacher",
    {...positions, minimum: green("Af eleven bruges kun, at hun går på skolen; af læreren stilling og timer.")},
    {
      purpose: green(
        "At se, hvordan lærerne er fordelt mellem skolerne. Til brug for skolechefer ved ressourcetildeling."
      ),
      benefit: green("Lærerne kan fordeles efter elevernes behov og ikke efter vane."),
      misreadings: green(
        "1. »Så store er klasserne«: nej, det er klassekvotienten. 2. »Få elever pr. lærer er et privilegium«: specialklasser trækker ned. 3. »Skolen sparer«: ledige stillinger tæller med som mangel."
      ),
      incentives: green("Lille gevinst ved at pynte: begge tal står i andre systemer.")
    }
  ),
  formOf("leisure-pedagogue-share", positions, {
    purpose: green("At se, om fritidstilbuddene har de uddannede, de søger. Til brug for fritidschefer."),
    benefit: green("Børn og unge møder voksne med den rette faglighed i fritiden."),
    misreadings: green(
      "1. »Uden pædagoger er tilbuddet dårligt«: unge har også glæde af andre fagligheder. 2. »Faldet er et valg«: små tilbud flyttes af én stilling. 3. »SFO og klub er ens«: opgaverne er forskellige."
    ),
    incentives: green("Lille gevinst ved at pynte: uddannelsen står i lønsystemet.")
  })
];

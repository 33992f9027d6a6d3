import {type EthicsForm, green, orange} from "../ethics-form.ts";
import {type Family, formOf} from "./shared.ts";

const ratio: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 1,
  minutesPerCase: 0,
  minimum: green(
    "Af barnet bruges aldersgruppe og indskrivning, af den ansatte stilling og timer. Navn, fødselsdato, løn og helbred er udeladt. Halvår er nok; måneder er fravalgt."
  ),
  burden: green("0 minutter: tallene findes i pladsanvisningen og lønsystemet i forvejen."),
  sensitivity: green("Almindelige oplysninger om børn og ansatte under pseudonym. Ingen særlige kategorier."),
  vulnerable: orange(
    "Små institutioner: én vakant stilling flytter tallet meget og kan læses som dårlig ledelse. Små tal skjules. Se grænsen for, hvad der kan læses, på siden."
  ),
  uncertainty: green(
    "Ingen stikprøve, men én stilling mere eller mindre flytter en almindelig institution. Forskelle under grænsen på nøgletallets side omtales ikke som forskelle."
  ),
  equality: green("Opgøres ens for alle. Specialtilbud har andre behov, og det må siges i samtalen.")
};

const language: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 2,
  minutesPerCase: 0,
  minimum: green(
    "Kun om barnet er vurderet og med hvilket udfald. Prøvens svar, barnets sprog og familiens forhold er udeladt."
  ),
  burden: green("0 minutter: loven kræver vurderingen, og udfaldet noteres i forvejen."),
  sensitivity: orange(
    "Fortrolige oplysninger om små børns udvikling under pseudonym. Både ingen og alle i en gruppe skjules."
  ),
  vulnerable: orange(
    "Institutioner med mange flersprogede børn kan få et ry, de ikke fortjener. Læs det sammen med, hvor mange der er vurderet."
  ),
  uncertainty: green(
    "Vises med 95 procents interval. En årgang på under 20 børn siger lidt om ændringer fra år til år."
  ),
  equality: orange(
    "Prøven er normeret på dansktalende børn. Udfaldet opdeles ikke på baggrund, fordi grupperne er for små."
  )
};

export const daycareForms: readonly EthicsForm[] = [
  formOf("daycare-ratio-0-2", ratio, {
    purpose: green(
      "At afgøre, om kommunen holder lovens minimumsnormering, og hvor der mangler voksne. Til brug for udvalg og forældrebestyrelser."
    ),
    benefit: green("De mindste børn får voksne nok til omsorg, og manglen ses, før den bliver hverdag."),
    misreadings: green(
      "1. »Så mange voksne er der på stuen nu«: nej, det er et årstal uden sygdom og åbningstid. 2. »Loven er brudt her«: loven gælder kommunens gennemsnit. 3. »Flere voksne er altid bedre«: uddannelse og tid sammen tæller også."
    ),
    incentives: orange(
      "Ledere kan føre hænder fra administrationen som pædagogisk personale. Stillinger tælles efter kode, og store skift skal tages op i læringssamtalen."
    )
  }),
  formOf("daycare-ratio-3-5", ratio, {
    purpose: green(
      "At afgøre, om børnehavebørn har voksne nok, og om kommunen holder lovens krav. Til brug for udvalg og forældrebestyrelser."
    ),
    benefit: green("Børnehavebørn får voksne, der har tid til at lege og lytte."),
    misreadings: green(
      "1. »Så mange voksne er der på stuen nu«: det er et årstal. 2. »Institutionen med færrest børn pr. voksen er bedst«: børnenes behov er forskellige. 3. »Forskellen er et valg«: fælles personale fordeles efter børnenes timer."
    ),
    incentives: orange(
      "Børn kan flyttes tidligt fra vuggestue til børnehave, så 0-2 år ser bedre ud. De to tal skal derfor læses sammen."
    )
  }),
  formOf(
    "pedagogue-share",
    {
      ...ratio,
      vulnerable: orange(
        "Medhjælpere kan opleve deres arbejde målt som mindre værd. Tal og spørgsmål handler om rekruttering, ikke om den enkelte."
      )
    },
    {
      purpose: green(
        "At se, hvor det er svært at rekruttere uddannede, og følge målet for uddannet personale. Til brug for forvaltningen."
      ),
      benefit: green("Børnene møder flere voksne, der er uddannet til arbejdet."),
      misreadings: green(
        "1. »Uden uddannelse er man en dårlig voksen«: tallet siger intet om den enkelte. 2. »Faldet er lederens skyld«: ledigheden i området betyder mest. 3. »Én procent er en forskel«: én stilling flytter mere."
      ),
      incentives: green("Lille gevinst ved at pynte: uddannelsen står i lønsystemet.")
    }
  ),
  formOf("language-assessment-coverage", language, {
    purpose: green(
      "At vide, om udfaldet af sprogvurderingerne gælder alle børn eller kun dem, man i forvejen er urolig for. Til brug for dagtilbudschefer."
    ),
    benefit: green("Børn med brug for hjælp til sproget bliver fundet, også de stille."),
    misreadings: green(
      "1. »Lav dækning er et lovbrud«: loven kræver vurdering, hvor der er grund til det. 2. »Høj dækning er høj kvalitet«: at vurdere er ikke at hjælpe. 3. »Et halvår er nok«: børn vurderes på bestemte tidspunkter."
    ),
    incentives: orange("Et mål om høj dækning kan give vurderinger for tallets skyld. Der er derfor intet mål.")
  }),
  formOf(
    "language-support-share",
    {...language, sensitivityClass: 3},
    {
      purpose: green(
        "At planlægge hjælp til sproget, før børnene begynder i skole. Til brug for dagtilbuds- og skolechefer."
      ),
      benefit: green("Hjælpen sættes ind der, hvor flest børn har brug for den."),
      misreadings: green(
        "1. »Institutionen er dårlig til sprog«: børnenes sprog hjemmefra betyder mest. 2. »Flere end sidste år«: årgange er små og forskellige. 3. »Flersprogede børn er et problem«: tallet siger intet om, hvem de er."
      ),
      incentives: orange(
        "Udløser tallet penge, kan flere børn blive placeret i indsats. Tallet bruges ikke til tildeling, før det er drøftet."
      )
    }
  )
];

import {type EthicsForm, green, orange} from "../ethics-form.ts";
import {type Family, formOf} from "./shared.ts";

const counted: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 1,
  minutesPerCase: 0,
  minimum: green("Kun klassetrin, klasse og klassetype. Køn bruges ikke i tallet, og navn og adresse er udeladt."),
  burden: green("0 minutter: eleverne står i skolens system i forvejen."),
  sensitivity: green("Almindelige oplysninger om børn under pseudonym. Ingen særlige kategorier."),
  vulnerable: orange("Små skoler kan føle sig truet af lukning. Tallet vises med sin udvikling og uden rangliste."),
  uncertainty: green("Fuld tælling på to dage om året. Én klasse mere eller mindre flytter en lille skole meget."),
  equality: green("Specialklasser og modtageklasser tælles efter samme regel på alle skoler.")
};

const exams: Family = {
  purposes: ["quality", "statistics"],
  sensitivityClass: 2,
  minutesPerCase: 0,
  minimum: green("Kun de obligatoriske prøver i 9. klasse. Standpunkter, navne og forældres forhold er udeladt."),
  burden: green("0 minutter: karaktererne indberettes i forvejen."),
  sensitivity: orange(
    "Karakterer er fortrolige. Elever under pseudonym; små årgange skjules, og et gennemsnit nær skalaens ende også."
  ),
  vulnerable: orange(
    "Skoler med mange elever i svære vilkår kan blive stemplet. Der er ingen rangliste, og spørgsmålet ved tallet handler om baggrund."
  ),
  uncertainty: green(
    "Vises med interval, hvor det kan regnes. En årgang på 20 elever kan flytte sig en halv karakter ved et tilfælde."
  ),
  equality: orange(
    "Køn og baggrund opdeles ikke her, fordi grupperne på en skole er for små; forskelle skal undersøges i kommunen."
  )
};

export const schoolForms: readonly EthicsForm[] = [
  formOf("pupils", counted, {
    purpose: green(
      "At kende elevtallet som ramme og som nævner for andre tal. Til brug for alle, der planlægger skoler."
    ),
    benefit: green("Lærere, lokaler og busser passer til børnene."),
    misreadings: green(
      "1. »Faldet er fravalg«: årgangene bliver mindre. 2. »Tallet er hele året«: det er to dage. 3. »Klassens tal er skolens«: klasser skifter navn."
    ),
    incentives: orange(
      "Tildeling efter elevtal kan gøre skoler sene til at melde en elev ud. Store skift omkring tælledagen skal tages op i læringssamtalen."
    )
  }),
  formOf(
    "class-size",
    counted,
    {
      purpose: green(
        "At se, hvor klasser er ved loftet, og hvor de er for små til fællesskab. Til brug for skolebestyrelser."
      ),
      benefit: green("Eleverne går i klasser, hvor der er plads til alle og nogen at være sammen med."),
      misreadings: green(
        "1. »Små klasser er bedre«: forskningen er delt. 2. »Loven er brudt«: loftet gælder ved skoleårets start. 3. »Alle klasser er så store«: det er et gennemsnit."
      ),
      incentives: green("Lille gevinst ved at pynte; klasser på tværs af trin holdes ude efter en fast regel.")
    },
    2
  ),
  formOf("exam-average", exams, {
    purpose: green(
      "At følge det faglige resultat over år som grund for en samtale om undervisning. Til brug for byråd og skolechefer."
    ),
    benefit: green("Elever får hjælp til fag, hvor mange på deres skole har det svært."),
    misreadings: green(
      "1. »Højeste snit er bedste skole«: elevernes baggrund betyder mest. 2. »Et fald på 0,2 er et fald«: det ligger ofte inden for det tilfældige. 3. »Alle elever er med«: kun de, der har alle prøver."
    ),
    incentives: orange("Skoler kan holde svage elever fra prøven. Læs derfor gennemsnittet sammen med prøvefrekvensen.")
  }),
  formOf("exam-frequency", exams, {
    purpose: green("At se, om karaktererne gælder alle elever. Til brug for dem, der læser gennemsnittet."),
    benefit: green("Ingen unge bliver glemt, når de ikke går til prøve."),
    misreadings: green(
      "1. »De mangler, fordi de pjækker«: sygdom og fritagelse tæller med. 2. »Få mangler«: på en lille skole er én elev meget. 3. »Specialklasser er med«: det er de ikke."
    ),
    incentives: green("Tallet bliver kun bedre, når flere går til prøve.")
  }),
  formOf(
    "exam-two-or-more",
    {...exams, sensitivityClass: 3},
    {
      purpose: green(
        "At vide, hvor mange unge der mangler grundlaget for en ungdomsuddannelse. Til brug for uddannelses- og beskæftigelseschefer."
      ),
      benefit: green("Unge uden 2 i dansk og matematik får et tilbud, før de falder fra."),
      misreadings: green(
        "1. »De kan ikke komme videre«: der er andre veje. 2. »Skolen svigter«: baggrund og skoleskift tæller. 3. »Tallet er over eller under sidste års«: få elever er forskellen."
      ),
      incentives: orange(
        "Undervisning kan rettes mod dem tæt på grænsen. Fordelingen drøftes derfor i læringssamtalen."
      )
    }
  )
];

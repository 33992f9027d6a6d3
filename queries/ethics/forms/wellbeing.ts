import {type Answer, type EthicsForm, green, orange} from "../ethics-form.ts";
import {type Family, formOf} from "./shared.ts";

const wellbeing: Family = {
  purposes: ["statistics"],
  sensitivityClass: 3,
  minutesPerCase: 20,
  minimum: orange(
    "De enkelte svar er nødvendige for at regne indikatorerne, men aldrig i klasser. Køn og baggrund er udeladt. Kan ministeriets færdige tal bruges, bør de det."
  ),
  burden: orange("Omkring 20 minutter for hver elev én gang om året, i undervisningen. Målingen er et krav i loven."),
  sensitivity: orange(
    "Børns egne svar om ensomhed og mobning. Data er kun til statistik (folkeskolelovens § 56 b). Både ingen og alle i en gruppe skjules, og klasser vises aldrig."
  ),
  vulnerable: orange(
    "Børn, der har det svært på en lille skole, kunne genkendes af lærere og kammerater. Derfor den strengeste beskyttelse."
  ),
  uncertainty: green(
    "Vises med interval. Kun få procent af ændringerne fra år til år på en skole er sikre; ellers står der »kan ikke skelnes fra«."
  ),
  equality: orange(
    "Køn opdeles ikke, fordi grupperne på en skole er for små. Elever med handicap kan have svært ved skemaet."
  ),
  individuals: green("Nej, aldrig. Loven forbyder at bruge svarene om en elev, og programmet kan ikke vise dem.")
};

const incentives: Answer = orange(
  "Lærere kan hjælpe elever til gode svar. Tallet har intet mål og bruges ikke til løn eller tildeling; læs det sammen med svarprocenten."
);

function readings(first: string): Answer {
  return green(
    `1. ${first} 2. »Et fald på 0,1 er et fald«: det ligger ofte inden for det tilfældige. 3. »Skoler kan rangeres«: forskellene er små og usikre, og der er ingen rangliste..`
  );
}

export const wellbeingForms: readonly EthicsForm[] = [
  formOf("wellbeing-general", wellbeing, {
    purpose: green(
      "At følge, om eleverne er glade for at gå i skole, på skole og i kommune. Til brug for skolebestyrelser og udvalg."
    ),
    benefit: green("Skoler får øje på mistrivsel og lærer af dem, der har løftet trivslen."),
    misreadings: readings("»Et højt gennemsnit betyder, at alle har det godt«: nej, se fordelingen."),
    incentives
  }),
  formOf("wellbeing-social", wellbeing, {
    purpose: green("At se, om børn hører til og er trygge. Til brug for skolebestyrelser og elevråd."),
    benefit: green("Ensomhed og mobning bliver et fælles ansvar og ikke et enkelt barns."),
    misreadings: readings(
      "»Der er ingen mobning her«: et godt gennemsnit kan skjule få børn, der har det meget svært."
    ),
    incentives
  }),
  formOf("wellbeing-academic", wellbeing, {
    purpose: green("At se, om elever oplever at lykkes fagligt. Til brug for skoleledere."),
    benefit: green("Flere børn oplever, at de kan noget."),
    misreadings: readings("»Lav faglig trivsel er lav faglighed«: det er elevernes egen oplevelse, ikke en prøve."),
    incentives
  }),
  formOf("wellbeing-support", wellbeing, {
    purpose: green("At se, om elever oplever hjælp og medbestemmelse i timerne. Til brug for elevråd og skoleledere."),
    benefit: green("Undervisningen kan ændres sammen med eleverne."),
    misreadings: readings("»Lærerne er dårlige«: tallet handler om skolen og aldrig om en lærer."),
    incentives
  }),
  formOf("wellbeing-calm", wellbeing, {
    purpose: green("At se, om der er ro til at lære. Til brug for skolebestyrelser."),
    benefit: green("Eleverne får timer, hvor man kan høre hinanden."),
    misreadings: readings("»Uro er elevernes skyld«: lokaler, skema og undervisning tæller også."),
    incentives
  }),
  formOf("wellbeing-distribution", wellbeing, {
    purpose: green(
      "At se, om et uændret gennemsnit dækker over flere børn, der har det svært. Til brug for udvalg og PPR."
    ),
    benefit: green("De børn, der har det sværest, forsvinder ikke i et gennemsnit."),
    misreadings: readings(
      "»Vi må finde dem, der svarede lavt«: det er forbudt og umuligt her; hjælpen må gives bredt."
    ),
    incentives
  }),
  formOf(
    "wellbeing-response-rate",
    {...wellbeing, sensitivityClass: 2},
    {
      purpose: green("At vide, om trivselstallene gælder alle elever. Til brug for dem, der læser trivslen."),
      benefit: green("De børn, der ikke svarer, bliver ikke glemt."),
      misreadings: green(
        "1. »De, der mangler, er ligeglade«: sygdom og fravær tæller. 2. »Høj svarprocent er god trivsel«: den siger kun, hvor mange der svarede. 3. »Forskellen er sikker«: der vises et interval."
      ),
      incentives: green("Tallet bliver kun bedre, når flere svarer, og det er hensigten; ingen må presses.")
    }
  )
];

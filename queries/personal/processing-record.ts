/** The record of processing (GDPR article 30) and the basis of an impact assessment (article 35), from the catalogue alone. */
import type {EthicsForm, Question} from "../ethics/ethics-form.ts";
import type {Indicator} from "../model.ts";
import type {DataPackage} from "../packages/data-package.ts";
import {type Column, type DataPurpose, isAboutPersons, type Personal, type Standard} from "../standards/standard.ts";
import type {OwnRecord} from "./own-records.ts";
import {ownRow, ownSection} from "./own-section.ts";

export interface RecordFacts {
  readonly standards: readonly Standard[];
  readonly packages: readonly DataPackage[];
  /** What is written here rather than delivered. */
  readonly ownRecords: readonly OwnRecord[];
  /** Civil registration numbers may be delivered and are made into pseudonyms. */
  readonly pseudonymises: boolean;
  readonly daysOfFiles: number;
  readonly monthsOfLog: number;
  readonly indicators: readonly Indicator[];
  readonly forms: readonly EthicsForm[];
}

/** Danish Markdown; what only the municipality knows is left as a line to fill in. */
export function processingRecord(facts: RecordFacts): string {
  const personal = facts.standards.filter((standard) => personalColumns(standard).length > 0);
  const rest = facts.standards.filter((standard) => !personal.includes(standard));
  return [
    "# Fortegnelse over behandlinger (databeskyttelsesforordningens artikel 30)",
    "Dannet af datastandarderne og pakkerne, som programmet kører med. Linjer med … udfyldes af kommunen.",
    "Dataansvarlig: … (kommunen). Databeskyttelsesrådgiver: … Databehandler: … (den, der driver programmet).",
    "## Oversigt",
    table(
      ["behandling", "følsomhed", "rækker opbevares", "ansvarlig for standarden"],
      [
        ...personal.map((standard) => [standard.title, sensitivityOf(standard), keeping(standard), standard.owner]),
        ...facts.ownRecords.map(ownRow)
      ]
    ),
    ...personal.flatMap((standard) => sectionOf(standard, facts)),
    ...facts.ownRecords.flatMap(ownSection),
    "## Uden personoplysninger",
    rest.map(({title, purpose}) => `- ${title}: ${purpose}`).join("\n"),
    "## Modtagere",
    "Ingen modtager får rækker om personer. Modtagerne ser tal om institutioner, områder og kommuner, hvor små tal er skjult.",
    table(
      ["udgave", "til"],
      facts.packages.map(({title, audience}) => [title, audience])
    ),
    "Ingen oplysninger overføres til tredjelande eller internationale organisationer.",
    "## Sletning og sikkerhed",
    measures(facts)
      .map((text) => `- ${text}`)
      .join("\n"),
    ...assessmentBasis(personal, facts),
    ""
  ].join("\n\n");
}

function sectionOf(standard: Standard, facts: RecordFacts): readonly string[] {
  const {title, id, version, purpose, legalBasis, obligation} = standard;
  const made = indicatorsOf(standard, facts).map((indicator) => indicator.title);
  return [
    `## ${title}`,
    [
      `- Standard: \`${id}\`, version ${version}, ${obligation === "mandatory" ? "obligatorisk" : "anbefalet"}`,
      `- Formål: ${purpose}`,
      `- Hjemmel: ${legalBasis}`,
      `- Må bruges til: ${usesOf(standard)}`,
      `- Nøgletal: ${made.join("; ") || "ingen"}`,
      `- Følsomhed: ${sensitivityOf(standard)}`,
      `- Opbevaring: ${keeping(standard)}`
    ].join("\n"),
    table(
      ["oplysning", "indhold", "art"],
      personalColumns(standard).map(({header, description, personal, freeText}) => [
        header,
        description,
        `${words[personal]}${freeText ? ", fri tekst" : ""}`
      ])
    )
  ];
}

const uses: Readonly<Record<DataPurpose, string>> = {
  quality: "udvikling af kvalitet",
  supervision: "tilsyn",
  statistics: "statistik"
};

function usesOf({purposes, statisticsOnly}: Standard): string {
  return statisticsOnly ? "kun statistik (databeskyttelseslovens § 10)" : purposes.map((each) => uses[each]).join(", ");
}

/** The newest version of each indicator that is made of the standard. */
function indicatorsOf({id}: Standard, {indicators}: RecordFacts): readonly Indicator[] {
  const using = indicators.filter(({standards}) => standards.includes(id));
  return using.filter((each) => !using.some((other) => other.id === each.id && other.version > each.version));
}

const words: Readonly<Record<Personal, string>> = {
  none: "ingen",
  pseudonym: "pseudonym",
  ordinary: "almindelig",
  confidential: "fortrolig",
  special: "særlig kategori (artikel 9)"
};

const order: readonly Personal[] = ["special", "confidential", "ordinary", "pseudonym", "none"];

function personalColumns({columns}: Standard): readonly Column[] {
  return columns.filter(({personal}) => personal !== "none");
}

function sensitivityOf({columns}: Standard): string {
  return words[order.find((kind) => columns.some(({personal}) => personal === kind))!];
}

function keeping({keepMonths}: Standard): string {
  return `${keepMonths} måneder efter periodens udløb`;
}

function measures({pseudonymises, daysOfFiles, monthsOfLog}: RecordFacts): readonly string[] {
  return [
    "Kolonner, som standarden ikke kender, gemmes ikke som data.",
    pseudonymises
      ? "CPR-numre i pseudonymkolonner gøres til pseudonymer ved modtagelsen; filen slettes straks. CPR-numre andre steder afvises."
      : "CPR-numre afvises, og en fil, der rummer dem, slettes straks.",
    `Leverede filer og afviste rækker slettes efter ${daysOfFiles} dage, rækker, samtaler og mails, der kom retur, efter deres frist; hver sletning har en kvittering.`,
    "Websiden kan kun åbne frigivne tal; den har ingen vej til rækker om personer eller til nøglerne bag pseudonymer.",
    "Før rækker slettes, gemmes det, der er talt af dem pr. enhed, så historien kan stå: ikke personer, men heller ikke beskyttet; kun ejeren kan læse det.",
    "Rækker tages kun ud, når én har sagt hvorfor og en anden har godkendt det; formålet skal være et, som data er indsamlet til.",
    "En forespørgsel over data, hvis formål ikke mødes, beregnes ikke; et nøgletal uden en underskrevet dataetisk formular frigives ikke.",
    "Borgere kan se, hvilke standarder og perioder der rummer rækker om dem, og hvornår og til hvilket formål rækker er taget ud.",
    `Hvem der har set, søgt, rettet og sendt, står i en log, der viser, om nogen har ændret i den. Den slettes efter ${monthsOfLog} måneder.`
  ];
}

function assessmentBasis(standards: readonly Standard[], facts: RecordFacts): readonly string[] {
  const special = standards.filter(({columns}) => columns.some(({personal}) => personal === "special"));
  const free = standards.filter(({columns}) => columns.some(({freeText}) => freeText));
  const names = (list: readonly Standard[]) => list.map(({title}) => title).join(", ") || "ingen";
  return [
    "# Grundlag for konsekvensanalyse (artikel 35)",
    [
      `- Behandlinger med særlige kategorier: ${names(special)}.`,
      `- Behandlinger med fri tekst, hvor andet kan stå: ${names(free)}.`,
      `- Behandlinger om enkeltpersoner, også børn, under pseudonym: ${names(standards.filter(isAboutPersons))}.`,
      "- Ingen automatiske afgørelser og ingen forudsigelser om enkeltpersoner.",
      "- Ingen oplysninger til andre formål: se »Må bruges til« under hver behandling."
    ].join("\n"),
    "## Nødvendighed, proportionalitet og risici",
    "Dannet af de dataetiske formularer for de nøgletal, som hver behandling bruges til.",
    ...standards.flatMap((standard) => consideredOf(standard, facts)),
    "Rest-risiko, høring af de registrerede og beslutning: …"
  ];
}

const considered: readonly (readonly [Question, string])[] = [
  ["minimum", "Nødvendighed"],
  ["burden", "Byrde"],
  ["sensitivity", "Følsomhed"],
  ["vulnerable", "Hvem kan tage skade"],
  ["equality", "Lighed"],
  ["individuals", "Enkeltpersoner"]
];

/** What the forms say, each thing once. */
function consideredOf(standard: Standard, facts: RecordFacts): readonly string[] {
  const ids = new Set(indicatorsOf(standard, facts).map(({id}) => id));
  const forms = facts.forms.filter(({indicator}) => ids.has(indicator));
  if (forms.length === 0) return [`### ${standard.title}`, "- Ingen nøgletal; vurderes af kommunen: …"];
  const lines = considered.flatMap(([question, label]) =>
    [...new Set(forms.map(({answers}) => answers[question].text))].map((text) => `- ${label}: ${text}`)
  );
  const strictest = Math.max(...forms.map(({sensitivityClass}) => sensitivityClass));
  return [`### ${standard.title}`, [`- Følsomhedsklasse: højst ${strictest} af 3`, ...lines].join("\n")];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(cells).join("\n");
}

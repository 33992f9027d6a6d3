/** The record of processing (GDPR article 30) and the basis of an impact assessment (article 35), from the catalogue alone. */
import type {DataPackage} from "../packages/data-package.ts";
import type {Column, Personal, Standard} from "../standards/standard.ts";

export interface RecordFacts {
  readonly standards: readonly Standard[];
  readonly packages: readonly DataPackage[];
  /** Civil registration numbers may be delivered and are made into pseudonyms. */
  readonly pseudonymises: boolean;
  readonly daysOfFiles: number;
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
      personal.map((standard) => [standard.title, sensitivityOf(standard), keeping(standard), standard.owner])
    ),
    ...personal.flatMap(sectionOf),
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
    ...assessmentBasis(personal),
    ""
  ].join("\n\n");
}

function sectionOf(standard: Standard): readonly string[] {
  const {title, id, version, purpose, legalBasis, obligation} = standard;
  return [
    `## ${title}`,
    [
      `- Standard: \`${id}\`, version ${version}, ${obligation === "mandatory" ? "obligatorisk" : "anbefalet"}`,
      `- Formål: ${purpose}`,
      `- Hjemmel: ${legalBasis}`,
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

function measures({pseudonymises, daysOfFiles}: RecordFacts): readonly string[] {
  return [
    "Kolonner, som standarden ikke kender, gemmes ikke som data.",
    pseudonymises
      ? "CPR-numre i pseudonymkolonner gøres til pseudonymer ved modtagelsen; filen slettes straks. CPR-numre andre steder afvises."
      : "CPR-numre afvises, og en fil, der rummer dem, slettes straks.",
    `Leverede filer og afviste rækker slettes efter ${daysOfFiles} dage, rækker efter standardens frist; hver sletning har en kvittering.`,
    "Websiden kan kun åbne frigivne tal; den har ingen vej til rækker om personer eller til nøglerne bag pseudonymer.",
    "Hvem der har set, søgt, rettet og sendt, står i en log, der viser, om nogen har ændret i den."
  ];
}

function assessmentBasis(standards: readonly Standard[]): readonly string[] {
  const special = standards.filter(({columns}) => columns.some(({personal}) => personal === "special"));
  const free = standards.filter(({columns}) => columns.some(({freeText}) => freeText));
  const names = (list: readonly Standard[]) => list.map(({title}) => title).join(", ") || "ingen";
  return [
    "# Grundlag for konsekvensanalyse (artikel 35)",
    [
      `- Behandlinger med særlige kategorier: ${names(special)}.`,
      `- Behandlinger med fri tekst, hvor andet kan stå: ${names(free)}.`,
      `- Behandlinger om enkeltpersoner, også børn, under pseudonym: ${names(standards.filter(hasPseudonym))}.`,
      "- Ingen automatiske afgørelser og ingen forudsigelser om enkeltpersoner.",
      "- Nødvendighed og proportionalitet: … Risici for de registrerede: … Rest-risiko og beslutning: …"
    ].join("\n")
  ];
}

function hasPseudonym({columns}: Standard): boolean {
  return columns.some(({personal}) => personal === "pseudonym");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(cells).join("\n");
}

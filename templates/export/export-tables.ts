import {formatValue} from "../../dashboards/format.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {findClassification, labelOf} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Indicator, Language, Observation} from "../../queries/model.ts";
import {formulaSafe} from "./formula-safe.ts";

export const columnTypes = ["text", "number", "integer", "boolean", "date"] as const;
export interface ExportColumn {
  readonly name: string;
  readonly type: (typeof columnTypes)[number];
  readonly description: string;
}
/** What a file says about itself, in the order that it is read: title, period, release, address. */
export type About = ReadonlyMap<string, string>;
export type ExportValue = string | number | boolean | null;

/** One table of a package's data: the same values in every format. */
export interface ExportTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  /** One array per row. A row that several tables share is the same array. */
  readonly rows: readonly (readonly ExportValue[])[];
}

type Column<Row> = readonly [
  name: string,
  type: ExportColumn["type"],
  description: string,
  of: (row: Row) => ExportValue
];

export interface FactNames {
  readonly unitNames: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly language: Language;
  /** Rows of facts that were exported before: a municipality's packages share most of theirs. */
  readonly known: WeakMap<DisclosedFact, readonly ExportValue[]>;
}

/** Every figure that the package shows, sorted, with the text that stands in the report. */
export function factsTable(
  facts: readonly DisclosedFact[],
  {unitNames, indicators, language, known}: FactNames
): ExportTable {
  const label = (fact: DisclosedFact) => {
    const dimension = indicators.get(fact.indicator)?.dimension;
    return fact.category && dimension && findClassification(dimension)
      ? labelOf(dimension, fact.category, language)
      : "";
  };
  const columns: readonly Column<DisclosedFact>[] = [
    ["unit", "text", "Enhedens eller sammenligningsgruppens id.", ({unit}) => unit],
    ["unit_name", "text", "Enhedens eller gruppens navn.", ({unit}) => unitNames.get(unit) ?? unit],
    ["indicator", "text", "Nøgletallets id, se tabellen definitions.", ({indicator}) => indicator],
    ["title", "text", "Nøgletallets titel.", ({indicator}) => titleOf(indicators.get(indicator)!, language)],
    ["version", "integer", "Definitionens version.", ({version}) => version],
    ["period", "text", "Periode: 2025-H2, 2024/25 eller 2025.", ({period}) => period],
    ["category", "text", "Kode for fordelingen; tom for alle under ét.", ({category}) => category],
    ["category_label", "text", "Fordelingens navn; tom for alle under ét.", label],
    ["value", "number", "Tallet, ikke afrundet; tomt, når blank er udfyldt.", ({value}) => value],
    ["low", "number", "95 %-intervallets nedre grænse.", ({low}) => low],
    ["high", "number", "95 %-intervallets øvre grænse.", ({high}) => high],
    ["numerator", "number", "Tæller.", ({numerator}) => numerator],
    ["denominator", "number", "Nævner.", ({denominator}) => denominator],
    ["persons", "integer", "Personer bag tallet.", ({persons}) => persons],
    ["blank", "text", "Grunden til, at der ikke er et tal; tom, når der er et.", ({blank}) => blank],
    [
      "shown",
      "text",
      "Tallet, som det står i rapporten.",
      (fact) => formatValue(fact, indicators.get(fact.indicator)!, language)
    ],
    ["linked", "boolean", "Sandt, når tallet føjer sammenlagte eller delte enheder sammen.", ({linked}) => linked],
    ["members", "integer", "Kommuner med tal bag gruppens tal.", ({members}) => members],
    ["expected", "integer", "Kommuner, der skulle have tal.", ({expected}) => expected]
  ];
  return tableOf("facts", "Tal", columns, facts, known);
}

export function observationsTable(
  observations: readonly Observation[],
  {unitNames, language}: Pick<FactNames, "unitNames" | "language">
): ExportTable {
  const columns: readonly Column<Observation>[] = [
    ["unit", "text", "Enhedens id.", ({unit}) => unit],
    ["unit_name", "text", "Enhedens navn.", ({unit}) => unitNames.get(unit) ?? unit],
    ["period", "text", "Periode.", ({period}) => period],
    ["theme", "text", "Tema, kode.", ({theme}) => theme],
    ["theme_label", "text", "Tema.", ({theme}) => labelOf("themes", theme, language)],
    ["quality", "text", "Kvalitetstype: structure, process eller result.", ({quality}) => quality],
    ["source", "text", "Kilde, kode.", ({source}) => source],
    ["source_label", "text", "Kilde.", ({source}) => labelOf("observation-sources", source, language)],
    ["assessment", "text", "strength eller attention.", ({assessment}) => assessment],
    ["count", "integer", "Observationer eller samtaler bag fundet.", ({count}) => count],
    ["finding", "text", "Fundet.", ({finding}) => finding],
    ["quote", "text", "Citat med samtykke, ellers tom.", ({quote}) => quote],
    ["observed_on", "date", "Dato.", ({observedOn}) => dateOf(observedOn)]
  ];
  return tableOf("observations", "Fund", columns, observations);
}

export function definitionsTable(indicators: readonly Indicator[]): ExportTable {
  const columns: readonly Column<Indicator>[] = [
    ["id", "text", "Nøgletallets id.", ({id}) => id],
    ["version", "integer", "Definitionens version.", ({version}) => version],
    ["valid_from", "text", "Første periode med denne definition; tom: fra begyndelsen.", ({validFrom}) => validFrom],
    ["title", "text", "Titel.", ({title}) => title],
    ["title_english", "text", "Engelsk titel.", ({titleEnglish}) => titleEnglish],
    ["description", "text", "Definitionens tekst.", ({description}) => description],
    ["numerator", "text", "Tælleren i ord.", ({numerator}) => numerator],
    ["denominator", "text", "Nævneren i ord.", ({denominator}) => denominator],
    ["exclusions", "text", "Hvem der ikke er med.", ({exclusions}) => exclusions],
    ["quality", "text", "structure, process eller result.", ({quality}) => quality],
    ["measure", "text", "share, mean, ratio, count eller amount.", ({measure}) => measure],
    ["measure_label", "text", "Ordet bag tallet.", ({measureLabel}) => measureLabel],
    ["scale", "number", "Tallet er tæller delt med nævner gange dette.", ({scale}) => scale],
    ["decimals", "integer", "Decimaler i rapporten.", ({decimals}) => decimals],
    ["direction", "text", "higher, lower eller context.", ({better}) => better],
    ["target", "number", "Mål i lov eller politik; tomt: intet.", ({target}) => target],
    ["grouping", "text", "Reglen for gennemsnit.", ({group}) => group],
    ["period_kind", "text", "half-year, school-year eller year.", ({periodKind}) => periodKind],
    ["source", "text", "Definitionens udgiver, og hvorfor andre afviger.", ({source}) => source],
    ["sha256", "text", "Kontrolsum af definitionens fil.", ({sha256}) => sha256]
  ];
  return tableOf("definitions", "Definitioner", columns, indicators);
}

function tableOf<Row extends object>(
  name: string,
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  known: WeakMap<Row, readonly ExportValue[]> = new WeakMap()
): ExportTable {
  const rowOf = (row: Row) => {
    const before = known.get(row);
    if (before) return before;
    const values = columns.map(([, , , of]) => safe(of(row)));
    known.set(row, values);
    return values;
  };
  return {
    name,
    title,
    columns: columns.map(([id, type, description]) => ({name: id, type, description})),
    rows: rows.map(rowOf)
  };
}

// The apostrophe is part of the value, so that every format holds the same one.
function safe(value: ExportValue): ExportValue {
  return typeof value === "string" ? formulaSafe(value) : value;
}

function dateOf(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" ? value.slice(0, 10) : null;
}

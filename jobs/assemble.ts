/** One unit's facts → one folder below `packages/`: PDF, HTML, data in three formats, and what vouches for them. */
import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Engine} from "../queries/engine.ts";
import type {DisclosedFact, Indicator, Manifest} from "../queries/model.ts";
import {endOf} from "../queries/period.ts";
import {agreementViews} from "../templates/context/agreements.ts";
import type {Erratum} from "../templates/context/erratum.ts";
import type {IssueMark} from "../templates/context/facts.ts";
import {type Report, reportOf} from "../templates/context/report.ts";
import type {Draw} from "../templates/context/views.ts";
import {csvOf} from "../templates/export/csv.ts";
import {definitionsTable, type ExportTable, factsTable, observationsTable} from "../templates/export/export-tables.ts";
import type {Printer} from "../templates/pdf.ts";
import {pageCount} from "../templates/pdf-objects.ts";
import {standAlone} from "../templates/report.ts";
import {reports} from "../templates/reports/index.ts";
import {dataPackageJson} from "./data-package-json.ts";
import {changesTable} from "./erratum.ts";
import {writeTables} from "./exports.ts";
import {type MunicipalityFacts, type Plan, packageFacts} from "./package-facts.ts";
import {sha256Of, syncPath} from "./seal.ts";
import {shownFacts} from "./shown-facts.ts";

export interface Press {
  readonly printer: Pick<Printer, "print">;
  readonly engine: Engine;
  readonly draw: Draw;
  readonly fontFaces: Buffer;
  /** Where folders are made, and where they end. */
  readonly staging: string;
  readonly packages: string;
}

/** What an issue is called; its content does not depend on when it is built. */
export interface IssueName {
  readonly issue: string;
  readonly number: number;
  readonly replaces: string | null;
}

/** What one package says, and which issue of it is printed. */
export interface Edition {
  readonly plan: Plan;
  readonly name: IssueName;
  readonly tables: readonly ExportTable[];
  readonly erratum: Erratum | null;
}

/** Builds the whole folder under a temporary name, forces it to the disk and renames it. Returns its manifest and checksum. */
export async function assemble(
  given: MunicipalityFacts,
  {plan, name, erratum, tables: own}: Edition,
  press: Press
): Promise<{readonly manifest: Manifest; readonly manifestSha256: string}> {
  const tables = erratum ? [...own, changesTable(erratum.changes)] : own;
  const checksum = sha256Of(csvOf(tables[0]!));
  const release = given.reader.manifest.id;
  const mark: IssueMark = {
    id: name.issue,
    release,
    checksum,
    replaces: name.replaces,
    erratum,
    demonstration: given.reader.manifest.demonstration
  };
  const report = reportOf(packageFacts(given, plan, mark), press.draw);
  const folder = join(press.staging, name.issue);
  await rm(folder, {recursive: true, force: true});
  await mkdir(join(folder, "data"), {recursive: true});
  const html = reports[plan.dataPackage.id].render(report);
  const [pdf, data] = await Promise.all([
    press.printer.print(html, {
      title: report.title,
      language: plan.language,
      subject: report.edition.title,
      footer: footerOf(report),
      date: endOf(given.period)
    }),
    writeTables(press.engine, join(folder, "data"), tables)
  ]);
  const contents = contentsOf(report, tables, {html: standAlone(html, press.fontFaces), pdf, data});
  const files = Object.fromEntries([...contents].map(([path, bytes]) => [path, sha256Of(bytes)]));
  const manifest = manifestOf(given, plan, name, {checksum, pages: pageCount(pdf), files, release});
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const written = [...contents].filter(([path]) => !path.startsWith("data/"));
  await Promise.all(
    [...written, ["manifest.json", text] as const].map(([path, bytes]) =>
      writeFile(join(folder, path), bytes, {flush: true})
    )
  );
  await place(folder, join(press.packages, name.issue));
  return {manifest, manifestSha256: sha256Of(text)};
}

const unmarked: IssueMark = {
  ...{id: "", release: "", checksum: ""},
  ...{replaces: null, erratum: null, demonstration: false}
};

/** SHA-256 over what a package says: figures, findings and agreements, whatever release they are drawn from. */
export function contentOf(given: MunicipalityFacts, plan: Plan, tables: readonly ExportTable[]): string {
  const agreements = agreementViews(packageFacts(given, plan, unmarked));
  const [facts, observations] = tables.map((table) => sha256Of(csvOf(table)));
  return sha256Of([facts, observations, JSON.stringify(agreements)].join("\n"));
}

/** Facts, findings and definitions; the facts come first, since the checksum on the front page is theirs. */
export function tablesOf(given: MunicipalityFacts, plan: Plan): readonly ExportTable[] {
  const facts = packageFacts(given, plan, unmarked);
  const shown = shownFacts(facts);
  const {reader, unitNames, exported} = given;
  const names = {unitNames, indicators: reader.indicators, language: plan.language, known: exported[plan.language]};
  return [
    factsTable(shown, names),
    observationsTable(facts.observations, names),
    definitionsTable(definitionsOf(given, shown))
  ];
}

function definitionsOf({reader}: MunicipalityFacts, facts: readonly DisclosedFact[]): readonly Indicator[] {
  const used = new Set(facts.map(({indicator, version}) => `${indicator}@${version}`));
  return reader.versions.filter(({id, version}) => used.has(`${id}@${version}`));
}

/** Every file but the manifest, by path. */
function contentsOf(
  {issue, title, edition}: Report,
  tables: readonly ExportTable[],
  {html, pdf, data}: {readonly html: Buffer; readonly pdf: Uint8Array; readonly data: ReadonlyMap<string, Uint8Array>}
): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>([...data].map(([name, bytes]) => [`data/${name}`, bytes]));
  const described = {issue: issue.id, title, description: edition.audience, demonstration: issue.demonstration};
  const description = dataPackageJson(described, tables, (path) => contents.get(path)!);
  contents.set("datapackage.json", Buffer.from(description));
  contents.set("package.html", html);
  contents.set("package.pdf", pdf);
  return new Map([...contents.keys()].sort().map((path) => [path, contents.get(path)!]));
}

function manifestOf(
  {reader, neighbours, similar, period}: MunicipalityFacts,
  {dataPackage, unit, language}: Plan,
  {issue, number, replaces}: IssueName,
  built: Pick<Manifest, "checksum" | "pages" | "files"> & {readonly release: string}
): Manifest {
  const {manifest} = reader;
  const known = new Set(dataPackage.choices.map(({indicator}) => indicator));
  return {
    issue,
    definition: dataPackage.id,
    unit: unit.id,
    unitName: unit.name,
    period,
    language,
    number,
    state: "built",
    release: built.release,
    demonstration: manifest.demonstration,
    checksum: built.checksum,
    replaces,
    definitions: manifest.definitions.filter(({id}) => known.has(id)),
    extracts: manifest.extracts.map(({id, standard, fileName}) => ({id, standard, fileName})),
    groups: [neighbours, similar].filter((group) => group !== null),
    pages: built.pages,
    files: built.files
  };
}

/** Every file has reached the disk; now their names do, and then the folder's. */
async function place(folder: string, target: string): Promise<void> {
  await Promise.all([syncPath(join(folder, "data")), syncPath(folder)]);
  await rm(target, {recursive: true, force: true});
  await rename(folder, target);
}

function footerOf({unit, edition, period, issue, text}: Report): string {
  const parts = [unit.name, edition.title, period, ...(issue.demonstration ? [text.demonstration] : [])];
  return parts.join(" · ");
}

/** Rows that somebody else has approved, into one file that only its owner reads. Once, and told in the log. */
import {chmod, copyFile, mkdtemp, readFile, rename, rm, stat} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {webTextOf} from "../dashboards/text-web.ts";
import {storesOf} from "../queries/config.ts";
import {Engine} from "../queries/engine.ts";
import {BadInput} from "../queries/errors.ts";
import {appendAudit} from "../queries/registry/audit.ts";
import {currentFiles} from "../queries/registry/deliveries.ts";
import type {Registry} from "../queries/registry/open.ts";
import {findRowRequest, type RowRequest, takeRows} from "../queries/registry/row-requests.ts";
import {readSecret} from "../queries/secret.ts";
import {quoteName, quoteText} from "../queries/sql.ts";
import {findStandard, viewName} from "../queries/standards/index.ts";
import {createLakeViews} from "./lake-views.ts";

export interface Taking {
  readonly registry: Registry;
  readonly dataDir: string;
  readonly number: string;
  readonly to: string;
  /** As the log calls them. */
  readonly by: string;
  readonly now: Date;
}

/** Resolves to how many rows there are in the file. */
export async function takeApprovedRows(taking: Taking): Promise<number> {
  const {registry, number, now} = taking;
  const request = await findRowRequest(registry, number, now);
  if (request?.state !== "approved")
    throw new BadInput(
      `rows not approved: ${number}`,
      `Anmodningen ${number} er ikke godkendt, er taget ud i forvejen eller er for gammel. Se dem på siden /raekker.`
    );
  const to = resolve(taking.to);
  if (await stat(to).catch(() => null))
    throw new BadInput(`file exists: ${to}`, `Filen ${taking.to} findes i forvejen; vælg et andet navn.`);
  const folder = await mkdtemp(join(dirname(to), ".rows-")); // open to its owner only, also while it is written
  const temporary = join(folder, "rows.csv");
  try {
    const rows = await write(request, taking, temporary);
    await chmod(temporary, 0o600);
    await tell(request, taking, rows);
    if (!(await takeRows(registry, number, rows, now)))
      throw new BadInput(`rows taken meanwhile: ${number}`, `Rækkerne i ${number} er netop taget ud af en anden.`);
    await rename(temporary, to);
    return rows;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function write(request: RowRequest, taking: Taking, to: string): Promise<number> {
  return request.kind === "extract" ? writeExtract(request, taking, to) : copyQuarantine(request, taking, to);
}

/** As it was laid out for the sender: made safe for spreadsheets when it was written. */
async function copyQuarantine({delivery}: RowRequest, {dataDir}: Taking, to: string): Promise<number> {
  const from = join(storesOf(dataDir).quarantine, `${delivery}.csv`);
  await copyFile(from, to).catch(() => {
    throw new BadInput(`no quarantine: ${delivery}`, "De afviste rækker er slettet, fordi deres tid er gået.");
  });
  return (await readFile(to, "utf8")).split("\r\n").filter(Boolean).length - 1;
}

async function writeExtract(request: RowRequest, {registry, dataDir}: Taking, to: string): Promise<number> {
  const {standard: id, municipalities, period, number} = request;
  const standard = findStandard(id)!;
  const files = (await currentFiles(registry, id)).filter(
    (file) => file.period === period && municipalities.includes(file.municipality)
  );
  const engine = await Engine.open({threads: 2, memory: "1GB"});
  try {
    await createLakeViews(engine, dataDir, files);
    const columns = standard.columns.map(({id: name, type, header}) => {
      const column = quoteName(name);
      const safe = `CASE WHEN regexp_matches(${column}, '^[=+\\-@\\t\\r]') THEN '''' || ${column} ELSE ${column} END`;
      return `${type === "text" ? safe : column} AS ${quoteName(header)}`;
    });
    const stamp = `${quoteText(webTextOf("da").rowRequests.stamp(number))} AS "Stempel"`;
    const rows = `SELECT ${[...columns, stamp].join(", ")} FROM ${viewName(id)}
      WHERE period = ${quoteText(period)} AND municipality IN (${municipalities.map(quoteText).join(", ")})`;
    await engine.run(`COPY (${rows} ORDER BY ALL) TO ${quoteText(to)} (FORMAT csv, HEADER, DELIMITER ';')`);
    return (await engine.one<{rows: number}>(`SELECT count(*)::INTEGER AS rows FROM (${rows})`)).rows;
  } finally {
    engine.close();
  }
}

/** Before the file gets its name: what cannot be logged is not done. */
async function tell(request: RowRequest, {registry, dataDir, number, by, now}: Taking, rows: number): Promise<void> {
  const {standard, municipalities, period, purpose, kind, askedBy} = request;
  const key = await readSecret(storesOf(dataDir).auditKey);
  const detail = {kind, standard, municipality: municipalities.join(","), period, rows, askedBy};
  const event = {actor: by, action: "export", resource: `rows/${number}`, purpose, detail} as const;
  await appendAudit(registry, key, {at: now.toISOString(), ...event});
}

import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {formatNumber} from "../dashboards/format.ts";
import {contentLimits} from "../jobs/examination.ts";
import {largest} from "../jobs/receive.ts";
import {daysOfFiles} from "../jobs/retention/plan.ts";
import {processLimits} from "../jobs/validate.ts";
import {normalizeConfig, storesOf} from "../queries/config.ts";
import {ownRecords} from "../queries/personal/own-records.ts";
import {citizenLifetime, staffLifetime} from "../queries/registry/sessions.ts";
import {usualBudgets} from "../server/budgets.ts";
import {connectionLimits} from "../server/http-server.ts";
import {shortest} from "../server/identity/passphrase.ts";
import {providerNames} from "../server/identity/settings.ts";

const root = join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const [security, access, readme] = ["docs/sikkerhed.md", "docs/adgang.md", "README.md"].map(read) as [
  string,
  string,
  string
];
const part = (title: string) =>
  new RegExp(`^##+ ${title}\\n([\\s\\S]*?)(?=^##? |(?![\\s\\S]))`, "m").exec(security)?.[1] ?? "";
const number = (value: number) => formatNumber(value, 0, "da");

describe("docs/sikkerhed.md", () => {
  it("says the limits that the code has", () => {
    const limits = part("Grænser");
    for (const {sender, strangers} of Object.values(usualBudgets)) {
      expect(limits).toContain(number(sender));
      expect(limits).toContain(number(strangers));
    }
    const {connections, headersMs, requestMs} = connectionLimits;
    expect(limits).toContain(
      `${number(connections)} ad gangen; ${headersMs / 1000} s til et hoved, ${requestMs / 1000} s til`
    );
    expect(limits).toContain(
      `${staffLifetime.idle} min uden brug, ${staffLifetime.absolute / 60} timer i alt, 5 ad gangen`
    );
    expect(limits).toContain(`borgere ${citizenLifetime.idle} min og ${citizenLifetime.absolute / 60} time`);
    const {rows, columns, line, cell, nesting, wholeFile, zipRatio, zipEntries} = contentLimits;
    const sizes = `${largest / 1e9} GB; ${rows / 1e6} mio. rækker, ${columns} kolonner, ${line / 1e6} MB pr. linje, ${number(cell)} tegn pr. celle, ${nesting} niveauer`;
    expect(limits).toContain(sizes);
    expect(limits).toContain(
      `${wholeFile / 1e6} MB, også pakket ud (højst ${zipRatio} gange, ${number(zipEntries)} dele)`
    );
    const {memory, seconds, output} = processLimits;
    expect(limits).toContain(`${memory / 1e9} GB hukommelse, ${seconds / 60} min, ${output / 1e9} GB skrevet`);
    expect(security).toContain(`${daysOfFiles} dage`);
    const {conversations, bounces, recipients} = ownRecords;
    for (const text of [security, access]) {
      expect(text).toContain(`${conversations.keepMonths} måneder efter halvåret`);
      expect(text).toMatch(new RegExp(`mails, der kom retur[^.]* ${bounces.keepMonths} måneder`));
      expect(text).toMatch(new RegExp(`modtagere[^.]*\\s${recipients.keepMonths} måneder`, "i"));
    }
  });
  it("names the words that a passphrase may not lean on", () => {
    const words = /const context = \[([^\]]*)\]/.exec(read("server/identity/passphrase.ts"))![1]!;
    for (const word of ["aarshjul", "kommune", "datapakke", "skole", "dagtilbud"]) {
      expect(words).toContain(word);
      expect(part("Regler for det, der kommer ind")).toContain(word);
    }
    expect(access).toContain(`mindst ${shortest} tegn`);
  });
  it("names every key, what it is for and how", () => {
    const {auditKey, accessKey} = storesOf("");
    for (const path of [auditKey, accessKey, "keys/pseudonyms/"]) expect(part("Nøgler")).toContain(path);
    for (const word of ["HMAC-SHA-256", "AES-256-GCM", "HKDF", "Argon2id"]) expect(security).toContain(word);
  });
  it("names every place that the program speaks to", () => {
    const {port, host} = normalizeConfig({});
    expect(part("Porte, filer og rettigheder")).toContain(`\`PORT\` (${port}), på \`HOST\` (${host})`);
    for (const way of ["login-udbyderen", "mailserveren", "webhook"]) expect(part("Data ind, data ud")).toContain(way);
  });
  it("names the classes of data and what each asks for", () =>
    expect(part("Data i klasser").match(/^\| [1-4] /gm)).toHaveLength(4));
  it("names the logs, what is in them and for how long", () => {
    for (const log of ["revisionslog", "driftslog", "protokol", "kvitteringer"])
      expect(part("Logge")).toContain(`| ${log} |`);
    expect(read("jobs/commands/audit.ts")).toContain('"24"');
    expect(part("Logge")).toContain("24 måneder");
  });
  it("says when packages are renewed, and which come first", () => {
    const {dependencies} = JSON.parse(read("package.json"));
    const named = [...part("Opdatering").matchAll(/`(@?[\w/-]+)`/g)]
      .map(([, name]) => name!)
      .filter((name) => name in dependencies);
    expect(named.length).toBeGreaterThan(6);
    expect(part("Opdatering")).toMatch(/kritisk 7 dage, høj 30 dage/);
  });
  it("names only tests, commands and pages that exist, and is found from the README", () => {
    const tests = part("Hvad der loves, og hvordan det prøves")
      .split("\n")
      .slice(3)
      .flatMap((line) => [...(line.split("|")[2] ?? "").matchAll(/`([\w-]+)`/g)]);
    expect(tests.length).toBeGreaterThan(12);
    for (const [, name] of tests)
      expect([name, existsSync(join(root, "test", `${name}.test.ts`))]).toEqual([name, true]);
    for (const [, link] of security.matchAll(/\]\(([\w./-]+\.md)\)/g))
      expect([link, existsSync(join(root, "docs", link!))]).toEqual([link, true]);
    expect(readme).toContain("](docs/sikkerhed.md)");
  });
});

describe("docs/adgang.md", () => {
  it("names every way to sign in", () => {
    for (const name of providerNames) expect(access).toContain(name);
    for (const way of ["/invitation", "adgangssætning", "OpenID Connect", "Demonstrationen", "gendannelseskoderne"])
      expect(access).toContain(way);
  });
});

import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {webTextOf} from "../dashboards/text-web.ts";
import type {Holding} from "../queries/personal/citizen-service.ts";
import {ownRecords} from "../queries/personal/own-records.ts";
import {askForRows, decideRows, takeRows} from "../queries/registry/row-requests.ts";
import {standards} from "../queries/standards/index.ts";
import {keepTicket} from "../server/identity/citizen-tickets.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {openVisitor, type Visitor} from "./visitor.ts";

let stage: Stage;
let citizen: Visitor;
let account: string;
let held: readonly Holding[] | null | Error = [];
const {citizen: t} = webTextOf("da");

beforeAll(async () => {
  stage = await openStage({
    holdings: async () => {
      if (held instanceof Error) throw held;
      return held;
    }
  });
  account = await makeAccount(stage, "borger", ["citizen:self"], "x");
  citizen = await signedIn(stage, account);
});
afterAll(() => stage?.close());

const page = async () => (await citizen.get("/mine-oplysninger")).text.replaceAll("\u00a0", " ");

/** Words per sentence, and how many in a hundred have more than six letters (Björnsson, 1968). */
function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const sentences = text.match(/[.!?:](?=\s|$)/g) ?? [];
  return words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length;
}

function textsIn(node: unknown): readonly string[] {
  if (typeof node === "string") return [node];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(textsIn) : [];
}

describe("/om-dine-data", () => {
  it("tells of every standard with persons in plain words, and is open to all", async () => {
    const {text, status} = await openVisitor(stage.origin).get("/om-dine-data");
    expect(status).toBe(200);
    const personal = standards.filter(({columns}) => columns.some((column) => column.personal === "pseudonym"));
    for (const {id, legalBasis, title} of personal) {
      expect(Object.keys(t.standards)).toContain(id);
      for (const said of [legalBasis, title]) expect(text).toContain(said.replaceAll("&", "&amp;"));
    }
    expect(text).toContain(t.facts.statisticsOnly);
  });
  it("tells how long what is written here is kept, as easily", async () => {
    const {conversations, bounces, recipients} = ownRecords;
    const written = t.written(conversations.keepMonths, bounces.keepMonths, recipients.keepMonths);
    expect(lix(written)).toBeLessThanOrEqual(45);
    expect((await openVisitor(stage.origin).get("/om-dine-data")).text).toContain(written);
  });
  it("is easy to read: LIX at most 45, every passage and the whole", () => {
    const {facts: _facts, ...prose} = t;
    const passages = textsIn(prose).filter((text) => text.split(" ").length > 12);
    expect(passages.length).toBeGreaterThan(20);
    for (const passage of passages) expect([passage, lix(passage) <= 45]).toEqual([passage, true]);
    expect(lix(passages.join(" "))).toBeLessThanOrEqual(35);
  });
});

describe("/mine-oplysninger", () => {
  it("asks who has no ticket any more to sign in again", async () => {
    expect(await page()).toContain(t.own.gone);
    keepTicket(stage.deps.identity, account, "ticket");
    held = null;
    expect(await page()).toContain(t.own.gone);
  });
  it("tells of which standards and periods, why, until when, and from whom; never of what stands there", async () => {
    held = [
      {standard: "absence", municipality: "751", period: "2025-H1"},
      {standard: "absence", municipality: "751", period: "2025-H2"}
    ];
    const text = await page();
    for (const said of [
      t.standards.absence,
      "1. halvår 2025, 2. halvår 2025",
      "leveret af Aarhus",
      "31. december 2030"
    ])
      expect(text).toContain(said);
    expect(text).toContain('href="/noegletal/school-absence"');
    expect(text).toContain(t.own.takenNone);
    expect(text).not.toContain(t.standards.grades);
  });
  it("tells when rows that one may be among were taken out, and why, but not by whom", async () => {
    const asked = {kind: "extract", standard: "absence", delivery: "", purpose: "supervision"} as const;
    const more = {reason: "Tilsyn", askedBy: "Analytiker Andersen", askedAt: "2026-01-20T08:00:00.000Z"};
    for (const [municipality, period] of [
      ["751", "2025-H2"],
      ["740", "2025-H2"],
      ["751", "2019-H2"]
    ] as const) {
      const number = await askForRows(stage.registry, {...asked, ...more, municipalities: [municipality], period});
      const at = new Date("2026-01-21T08:00:00Z");
      expect(await decideRows(stage.registry, number, {approved: true, by: "Chef Christensen", at})).toBe(true);
      expect(await takeRows(stage.registry, number, 10, new Date("2026-01-22T08:00:00Z"))).toBe(true);
    }
    const text = await page();
    expect(text.match(/22\. januar 2026: Elevfravær \(2\. halvår 2025\)\. Formål: tilsyn\./g)).toHaveLength(1);
    expect(text).not.toContain("2019");
    for (const name of ["Andersen", "Christensen"]) expect(text).not.toContain(name);
  });
  it("says so where the service does not answer, and shows nothing then", async () => {
    held = new Error("silent");
    const text = await page();
    expect(text).toContain(t.own.unavailable);
    expect(text).not.toContain(t.own.nothing);
  });
  it("is closed to everybody but citizens", async () => {
    const leader = await signedIn(stage, await makeAccount(stage, "leder", ["leader:751014"], "x"));
    expect((await leader.get("/mine-oplysninger")).status).toBe(403);
    expect((await openVisitor(stage.origin).get("/mine-oplysninger")).status).toBe(303);
  });
});

import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {type AgreementDraft, draftText, emptyDraft, parseDraft} from "../queries/conversations/agreement-draft.ts";
import {findTemplate, templates, templatesFor, usualTemplate} from "../queries/conversations/index.ts";
import {chosenQuestions, leftOut, questionsText} from "../queries/conversations/questions.ts";
import {steps} from "../queries/conversations/template.ts";
import type {PeriodId} from "../queries/period.ts";
import {unconfirmedNumber} from "../queries/personal/written-text.ts";
import {insertAgreements, listAgreements} from "../queries/registry/agreements.ts";
import {listVersions, readParts} from "../queries/registry/conversation-parts.ts";
import {type Draft, type Outcome, restoreVersion, writeDrafts} from "../queries/registry/conversation-writes.ts";
import {findConversation, listConversations} from "../queries/registry/conversations.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";

const key = {unit: "751014", period: "2025-H2", template: "learning"} as const;
let registry: Registry;
beforeEach(async () => {
  registry = await openRegistry(":memory:");
});
afterEach(() => registry.destroy());

const writer = (by: string, minute = 0, confirmed: readonly string[] = []) => ({
  ...{by, at: new Date(Date.UTC(2026, 3, 20, 8, minute)).toISOString()},
  ...{confirmed: new Set(confirmed), knows: (indicator: string) => indicator === "school-absence"}
});
const write = async (by: string, draft: Draft, minute = 0, confirmed: readonly string[] = []): Promise<Outcome> =>
  (await writeDrafts(registry, key, [draft], writer(by, minute, confirmed)))[0]!;
const notes = (text: string, base = 0): Draft => ({part: "notes", base, text});
const standing = async () => readParts(registry, (await findConversation(registry, key))!.id);
const history = async () => listVersions(registry, (await findConversation(registry, key))!.id);

describe("writeDrafts(registry, conversation, drafts, writer)", () => {
  it("makes the conversation when something is first written in it", async () => {
    expect(await findConversation(registry, key)).toBeUndefined();
    expect(await write("anna", notes("Fraværet falder."))).toEqual({
      ...{part: "notes", kind: "saved", version: 1, fresh: true}
    });
    expect(await listConversations(registry, {unit: "751014"})).toMatchObject([{state: "preparing", heldOn: ""}]);
  });

  it("makes one version of what one writer writes in a sitting, and a new one after ten minutes", async () => {
    await write("anna", notes("Frav"));
    expect(await write("anna", notes("Fraværet falder.", 1), 4)).toMatchObject({version: 2, fresh: false});
    expect(await write("anna", notes("Fraværet falder. Hvorfor?", 2), 14)).toMatchObject({version: 3, fresh: true});
    expect((await history()).map(({text}) => text)).toEqual(["Fraværet falder. Hvorfor?", "Fraværet falder."]);
  });

  it("keeps a long text that is deleted as a version", async () => {
    await write("anna", notes("Ord, der er skrevet med omhu og ikke må gå tabt ved et uheld."));
    await write("anna", notes("", 1), 1);
    expect((await history()).map(({text}) => text.length)).toEqual([0, 61]);
  });

  it("lets two people write in a part each", async () => {
    const {kind} = await write("anna", notes("Noter"));
    const other = await write("bo", {part: "hypotheses", base: 0, text: "Hypotese"});
    expect([kind, other.kind]).toEqual(["saved", "saved"]);
  });

  it("overwrites nobody: the second text is kept aside and both are told of", async () => {
    await write("anna", notes("Annas"));
    const outcome = await write("bo", notes("Bos"));
    expect(outcome).toMatchObject({kind: "conflict", theirs: {text: "Annas", author: "anna", version: 1}});
    expect((await standing()).get("notes")!.text).toBe("Annas");
    expect((await history()).map(({text, aside}) => [text, aside])).toEqual([
      ["Bos", true],
      ["Annas", false]
    ]);
    expect(await write("bo", notes("Annas\n\nBos", 1), 1)).toMatchObject({kind: "saved"});
    expect(await write("anna", notes("Annas igen", 1), 2)).toMatchObject({kind: "conflict"});
  });

  it("lets exactly one of many who write at once through, and keeps every text", async () => {
    await write("anna", notes("Begyndelsen"));
    const all = await Promise.all(
      Array.from({length: 12}, (_, n) => write(`person-${n}`, notes(`Tekst ${n}`, 1), 1 + n))
    );
    expect(all.filter(({kind}) => kind === "saved")).toHaveLength(1);
    const texts = new Set((await history()).map(({text}) => text));
    for (let n = 0; n < 12; n++) expect(texts).toContain(`Tekst ${n}`);
  });

  it("asks about what looks like a civil registration number, and keeps nothing of it before the answer", async () => {
    const text = "Mor til 010203-1234 ringede, og 040506 4321.";
    expect(await write("anna", notes(text))).toEqual({part: "notes", kind: "person-number", number: "0102031234"});
    expect(await findConversation(registry, key)).toBeUndefined();
    expect(await write("anna", notes(text), 0, ["0102031234"])).toMatchObject({number: "0405064321"});
    expect(await write("anna", notes(text), 0, ["0102031234", "0405064321"])).toMatchObject({kind: "saved"});
    expect((await standing()).get("notes")!.text).toBe(text);
  });

  it("asks about numbers in an agreement too", async () => {
    const draft = {...emptyDraft, text: "Ring til 0102031234"};
    expect(await write("anna", {part: "agreement.a", base: 0, text: draftText(draft)})).toMatchObject({
      kind: "person-number"
    });
    expect(await listAgreements(registry)).toEqual([]);
  });

  it("refuses a day that is none and a state that is none", async () => {
    expect(await write("anna", {part: "held-on", base: 0, text: "2026-02-30"})).toMatchObject({problem: "date"});
    expect(await write("anna", {part: "state", base: 0, text: "nope"})).toMatchObject({problem: "state"});
  });
});

describe("agreements of a conversation", () => {
  const agreed: AgreementDraft = {
    ...{text: "Morgenmad", indicator: "school-absence", direction: "fall", expected: "et halvt procentpoint"},
    ...{target: "5,5", owner: "Lederen", due: "2026-06-01", status: "open"}
  };
  const agree = (change: Partial<AgreementDraft>, base = 0, minute = 0) =>
    write("anna", {part: "agreement.a", base, text: draftText({...agreed, ...change})}, minute);

  it("stand in the table that packages read, and follow every change", async () => {
    await agree({});
    const [first] = await listAgreements(registry);
    expect(first).toMatchObject({unit: "751014", period: "2025-H2", target: 5.5, direction: "fall", status: "open"});
    await agree({status: "dropped"}, 1, 20);
    expect(await listAgreements(registry)).toMatchObject([{id: "a", status: "dropped", createdAt: first!.createdAt}]);
    expect(await history()).toHaveLength(2);
  });

  it("are asked about where they name somebody, since everybody can read the next package", async () => {
    const named = {text: "Hanne ringer hjem til Emma på Emmaskolen"};
    expect(await agree(named)).toMatchObject({kind: "names", names: ["Hanne", "Emma"]});
    expect(await listAgreements(registry)).toEqual([]);
    const draft = {part: "agreement.a", base: 0, text: draftText({...agreed, ...named})};
    expect(await write("anna", draft, 0, ["Hanne", "Emma"])).toMatchObject({kind: "saved"});
  });

  it("are not kept where they cannot be understood", async () => {
    expect(await agree({target: "omkring fem"})).toMatchObject({kind: "problem", problem: "target"});
    expect(await agree({indicator: ""})).toMatchObject({problem: "target-without-indicator"});
    expect(await agree({indicator: "nope"})).toMatchObject({problem: "indicator"});
    expect(await agree({due: "1. juni"})).toMatchObject({problem: "due"});
    expect(await agree({text: " "})).toMatchObject({problem: "text"});
    expect(await listAgreements(registry)).toEqual([]);
  });

  it("begin their history with how they were where they were made elsewhere", async () => {
    const made = {unit: "751014", period: "2025-H2", indicator: null, text: "Ældre", target: null, owner: "Leder"};
    await insertAgreements(registry, [{...made, id: "a", due: null, status: "open", createdAt: "2025-11-01"}]);
    expect(await agree({text: "Ældre", indicator: "", target: "", status: "done"})).toMatchObject({kind: "saved"});
    expect((await history()).map(({author}) => author)).toEqual(["anna", ""]);
  });

  it("of another unit, half-year or conversation can be neither read nor changed by naming them", async () => {
    const theirs = {unit: "751022", period: "2025-H2", indicator: null, text: "Deres", target: null, owner: "Leder"};
    await insertAgreements(registry, [{...theirs, id: "b", due: null, status: "open", createdAt: "2025-11-01"}]);
    for (const base of [0, 1, 5]) {
      const draft = {part: "agreement.b", base, text: draftText(agreed)};
      await expect(write("anna", draft)).rejects.toThrow("another conversation's agreement: b");
    }
    expect(await findConversation(registry, key)).toBeUndefined();
    await agree({});
    const other = {...key, template: "school-development"} as const;
    const draft = {part: "agreement.a", base: 0, text: draftText({...agreed, text: "Taget"})};
    await expect(writeDrafts(registry, other, [draft], writer("anna"))).rejects.toThrow("another conversation's");
  });

  it("come back as they were when an earlier version is restored", async () => {
    await agree({});
    await agree({status: "dropped"}, 1, 20);
    const conversation = (await findConversation(registry, key))!;
    const restored = await restoreVersion(registry, conversation, {part: "agreement.a", version: 1}, writer("bo", 30));
    expect(restored).toMatchObject({kind: "saved", version: 3});
    expect(await listAgreements(registry)).toMatchObject([{status: "open"}]);
    expect((await history())[0]).toMatchObject({restores: 1, author: "bo"});
  });
});

describe("parseDraft(draft, known)", () => {
  it.each([
    ["5,5", 5.5],
    ["5.5", 5.5],
    ["\u22123", -3],
    ["", null]
  ])("reads the target %j", (target, value) => {
    const parsed = parseDraft({...emptyDraft, text: "x", indicator: "i", target}, () => true);
    expect(parsed).toMatchObject({terms: {target: value}});
  });
});

describe("unconfirmedNumber(text, confirmed)", () => {
  it("asks again for another number, however either is written", () => {
    const text = "01 02 03 12 34, og igen 0102031234; desuden 040506-4321";
    expect(unconfirmedNumber(text, new Set())).toBe("0102031234");
    expect(unconfirmedNumber(text, new Set(["0102031234"]))).toBe("0405064321");
    expect(unconfirmedNumber(text, new Set(["0102031234", "0405064321"]))).toBeNull();
  });
});

describe("templates", () => {
  it("go through all steps, sign with somebody, and have names of their own", () => {
    for (const {questions, signatures, sections} of templates) {
      expect(new Set(questions.map(({step}) => step))).toEqual(new Set(steps));
      expect(signatures.length).toBeGreaterThan(1);
      expect(new Set([...questions, ...sections].map(({id}) => id)).size).toBe(questions.length + sections.length);
    }
  });

  it("are those of the unit's kind, the school act's for schools alone", () => {
    expect(templatesFor("school").map(({id}) => id)).toEqual(["learning", "school-development"]);
    expect(templatesFor("daycare").map(({id}) => id)).toEqual(["learning", "supervision"]);
    expect(usualTemplate("school", "2025-H1" as PeriodId)).toBe("school-development");
    expect(usualTemplate("daycare", "2025-H1" as PeriodId)).toBe("learning");
  });

  it("lose and get questions, in the order of the steps", () => {
    const template = findTemplate("learning")!;
    const own = {id: "own-1", step: "observe", text: "Hvad med 3. klasse?"} as const;
    const kept = chosenQuestions(template, undefined).filter(({id}) => id !== "notice");
    const chosen = chosenQuestions(template, questionsText([...kept, own]));
    expect(chosen.map(({id}) => id)).toEqual(["surprise", "own-1", "explain", "children", "act", "sign"]);
    expect(leftOut(template, chosen).map(({id}) => id)).toEqual(["notice"]);
    expect(() => chosenQuestions(template, "[[1]]")).toThrow("not a list of questions");
  });
});

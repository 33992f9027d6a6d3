import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {listAudit} from "../queries/registry/audit.ts";
import {findRecipient, listRecipientEvents, listRecipients} from "../queries/registry/recipients.ts";
import {placeRecipient, writeSettings} from "./delivery-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {hidden, type Visitor} from "./visitor.ts";

let stage: Stage;
let chief: Visitor;
let steward: Visitor;
beforeAll(async () => {
  stage = await openStage();
  writeSettings(stage.dataDir, 25);
  chief = await comeAs("administration-chief:751");
  steward = await comeAs("steward:*");
});
afterAll(() => stage?.close());

const come = new Map<string, Promise<Visitor>>();
const comeAs = (grant: string): Promise<Visitor> => {
  const visitor = come.get(grant) ?? makeAccount(stage, grant, [grant], "x").then((id) => signedIn(stage, id));
  come.set(grant, visitor);
  return visitor;
};
const filled = {
  ...{navn: "Bestyrelsen", adresse: "bestyrelse@aarhus.dk", slags: "committee", enhed: "751014", pakker: "alle"},
  ...{"udgave-leader": "ja", sprog: "da", hvordan: "attached", udgave: "", trin: "se"}
};
type Form = Readonly<Record<string, string>>;
/** Looks first, as the page asks for, and then saves. */
async function save(somebody: Visitor, path: string, form: Form) {
  const looked = await somebody.post(path, {...form, trin: "se"});
  expect(looked.status).toBe(200);
  return somebody.post(path, {...form, trin: "gem", set: hidden(looked.text, "set")});
}
const idIn = (location: string | null) => /^\/modtagere\/([^?]+)/.exec(location!)![1]!;
const listed = () => listRecipients(stage.registry);

describe("POST /modtagere/ny", () => {
  it("shows what the recipient gets before anything is stored, and stores it with who and when", async () => {
    const looked = await chief.post("/modtagere/ny", filled);
    expect(looked.text).toContain("Det får modtageren");
    expect(looked.text).toContain("Ved næste kørsel: 1 pakke, der er udsendt inden for de seneste 60 dage");
    expect(looked.text).toMatch(
      /Datapakker til skoler, efterår: Bøgelundskolen, 20\.\soktober 2026 – 2\.\snovember 2026/
    );
    expect(await listed()).toEqual([]);
    const saved = await save(chief, "/modtagere/ny", {...filled, navn: " Skole\tbestyrelsen "});
    expect(saved.location).toMatch(/^\/modtagere\/[0-9a-f-]{36}\?gjort=created$/);
    expect(await listed()).toMatchObject([
      {
        ...{name: "Skole bestyrelsen", channel: "mail", address: "bestyrelse@aarhus.dk", municipality: "751"},
        ...{scope: "751014", active: true, version: 1, subscriptions: [{definition: "leader", unit: "*"}]}
      }
    ]);
    const {text} = await chief.get(saved.location!);
    expect(text).toContain("Modtageren er tilføjet.");
    expect(text).toContain("administration-chief:751");
    const [entry] = (await listAudit(stage.registry, 20)).filter(({action}) => action === "change");
    expect(entry).toMatchObject({resource: `recipient ${idIn(saved.location)}`, detail: {what: "created"}});
    expect(JSON.stringify(entry)).not.toMatch(/bestyrelse/i);
  });

  it.each([
    [{navn: ""}, "Skriv, hvem modtageren er."],
    [{adresse: "leder"}, "Det er ikke en mailadresse: leder."],
    [{adresse: "leder@example.org"}, "Der må ikke sendes til example.org, kun til aarhus.dk."],
    [{enhed: ""}, "Vælg, hvilken enhed modtageren hører til."],
    [{enhed: "nope"}, "Der findes ingen enhed med navnet nope."],
    [{"udgave-leader": "", "udgave-area": "ja"}, "Udgaven »Områdets udgave« laves ikke for Bøgelundskolen"],
    [{adresse: "BESTYRELSE@aarhus.dk", enhed: "751"}, "som modtageren »Skole bestyrelsen«"]
  ])("says what is wrong with %j and keeps what was typed", async (change, sentence) => {
    const form = Object.entries({...filled, navn: "Nogen & andre", ...change}).filter(([, value]) => value !== "");
    const sent = {navn: "", adresse: "", enhed: "", udgave: "", ...Object.fromEntries(form), trin: "gem"};
    const {status, text} = await chief.post("/modtagere/ny", sent);
    expect(status).toBe(422);
    expect(text).toContain(sentence);
    expect(text).toContain(`value="${sent.navn.replace("&", "&amp;")}"`);
    expect(text).toContain(`value="${sent.adresse}"`);
    expect(await listed()).toHaveLength(1);
  });

  it("saves nothing whose outcome was not seen: what was changed since is shown again", async () => {
    const looked = await chief.post("/modtagere/ny", {...filled, adresse: "anden@aarhus.dk"});
    const wider = {...filled, adresse: "anden@aarhus.dk", enhed: "751", trin: "gem", set: hidden(looked.text, "set")};
    const {status, text} = await chief.post("/modtagere/ny", wider);
    expect(status).toBe(200);
    expect(text).toContain("Du har ændret noget, siden du så, hvad modtageren får.");
    expect(await listed()).toHaveLength(1);
  });

  it("adds one where the button is pressed twice at once", async () => {
    const form = {...filled, adresse: "to@aarhus.dk"};
    const looked = await chief.post("/modtagere/ny", form);
    const twice = {...form, trin: "gem", set: hidden(looked.text, "set")};
    const answers = await Promise.all([chief.post("/modtagere/ny", twice), chief.post("/modtagere/ny", twice)]);
    expect(answers.map(({status}) => status).toSorted()).toEqual([303, 422]);
    expect((await listed()).filter(({address}) => address === "to@aarhus.dk")).toHaveLength(1);
  });
});

describe("who may manage which recipients", () => {
  it.each([
    ["administration-chief:751", "740011", 403],
    ["administration-chief:740", "751014", 403],
    ["steward:740", "751", 403],
    ["administration-chief:751", "082", 403],
    ["administration-chief:751", "000", 403],
    ["steward:*", "000", 422],
    ["steward:*", "082", 422],
    ["area-chief:751-O1", "751014", 403],
    ["leader:751014", "751014", 403],
    ["administrator:*", "751014", 403],
    ["administration-chief:740", "740011", 200],
    ["steward:*", "740011", 200]
  ])("%s adds one for %s: %i", async (grant, enhed, status) => {
    const visitor = await comeAs(grant);
    expect((await visitor.post("/modtagere/ny", {...filled, adresse: "ny@aarhus.dk", enhed})).status).toBe(status);
  });

  it("offers a chief the units of the own municipality only", async () => {
    const {text} = await chief.get("/modtagere/ny");
    expect(text).toContain("Bøgelundskolen");
    expect(text).not.toContain("Søhøjskolen");
  });

  it("hides another municipality's recipient, its form and its switch", async () => {
    const id = await placeRecipient(stage.registry, {id: "soehoej", municipality: "740", scope: "740011"});
    for (const path of [`/modtagere/${id}`, `/modtagere/${id}/ret`]) expect((await chief.get(path)).status).toBe(403);
    expect((await chief.post(`/modtagere/${id}/luk`, {udgave: "1"})).status).toBe(403);
    expect((await chief.post(`/modtagere/${id}/ret`, {...filled, udgave: "1"})).status).toBe(403);
    expect((await findRecipient(stage.registry, id))?.version).toBe(1);
  });

  it("moves a recipient out of its municipality for nobody", async () => {
    const {status, text} = await steward.post("/modtagere/soehoej/ret", {...filled, udgave: "1"});
    expect(status).toBe(422);
    expect(text).toContain("Enheden Bøgelundskolen hører ikke under Silkeborg.");
  });
});

describe("/modtagere/:id", () => {
  it("changes, closes and opens one, tells it in the history, and takes an earlier state up again", async () => {
    const id = await placeRecipient(stage.registry, {id: "vej", scope: "751014", name: "Lederen"});
    const ret = `/modtagere/${id}/ret`;
    const form = {...filled, adresse: "vej@aarhus.dk", udgave: "1"};
    const changed = await save(chief, ret, {...form, navn: "Ledelsen", enhed: "751-O1", "udgave-area": "ja"});
    expect(changed.location).toBe(`/modtagere/${id}?gjort=changed`);
    const {text} = await chief.get(`/modtagere/${id}`);
    for (const said of ["Navn: Lederen → Ledelsen", "Enhed: Bøgelundskolen → Område Nord", "på serveren"])
      expect(text).toContain(said);
    expect((await chief.post(`/modtagere/${id}/luk`, {udgave: "2"})).location).toContain("gjort=closed");
    expect((await chief.get(`/modtagere/${id}`)).text).toContain("Åbn modtageren igen");
    expect((await chief.post(`/modtagere/${id}/aabn`, {udgave: "3"})).location).toContain("gjort=opened");
    const before = await chief.get(`${ret}?fra=1`);
    expect(hidden(before.text, "udgave")).toBe("4");
    expect(before.text).toContain('value="Lederen"');
    expect((await listRecipientEvents(stage.registry, id)).map(({step}) => step)).toEqual([
      "created",
      "changed",
      "closed",
      "opened"
    ]);
    const [entry] = (await listAudit(stage.registry, 50)).filter(({detail}) =>
      JSON.stringify(detail).includes("scope")
    );
    expect(entry!.detail).toEqual({what: "changed", fields: "name kind scope subscriptions"});
  });

  it("overwrites nobody's change: both are shown, and the last one saves knowingly", async () => {
    const id = await placeRecipient(stage.registry, {id: "kap", scope: "751014", name: "Først"});
    const ret = `/modtagere/${id}/ret`;
    const mine = {...filled, adresse: "kap@aarhus.dk", navn: "Mit navn", udgave: "1"};
    const looked = await chief.post(ret, mine);
    await save(steward, ret, {...mine, navn: "Deres navn"});
    const late = await chief.post(ret, {...mine, trin: "gem", set: hidden(looked.text, "set")});
    expect(late.status).toBe(409);
    expect(late.text).toContain("steward:* ændrede modtageren");
    expect(late.text).toContain("Deres navn");
    expect(late.text).toContain('value="Mit navn"');
    expect((await findRecipient(stage.registry, id))?.name).toBe("Deres navn");
    await save(chief, ret, {...mine, udgave: hidden(late.text, "udgave")});
    expect((await findRecipient(stage.registry, id))?.name).toBe("Mit navn");
    const closed = await chief.post(`/modtagere/${id}/luk`, {udgave: "1"});
    expect(closed.status).toBe(409);
    expect(closed.text).toContain("Nogen har ændret modtageren, siden du åbnede siden.");
  });

  it("does not open one whose packages somebody else gets at the address now", async () => {
    await placeRecipient(stage.registry, {id: "gammel", scope: "751022", active: false, address: "x@aarhus.dk"});
    await placeRecipient(stage.registry, {id: "nyere", scope: "751022", name: "Den nye", address: "x@aarhus.dk"});
    const {status, text} = await chief.post("/modtagere/gammel/aabn", {udgave: "1"});
    expect(status).toBe(422);
    expect(text).toContain("som modtageren »Den nye«");
  });

  it("keeps what only the command line sets, and leaves folders to it", async () => {
    const subscriptions = [{definition: "leader", unit: "751022"}];
    await placeRecipient(stage.registry, {id: "kun", scope: "751", subscriptions});
    const form = await chief.get("/modtagere/kun/ret");
    expect(form.text).toContain("Som nu: Fjordbakkeskolen");
    const sent = {...filled, adresse: "kun@aarhus.dk", enhed: "751", pakker: "som-nu", udgave: "1"};
    await save(chief, "/modtagere/kun/ret", sent);
    expect(await findRecipient(stage.registry, "kun")).toMatchObject({version: 2, subscriptions});
    await placeRecipient(stage.registry, {id: "mappe", scope: "751022", channel: "folder", address: "dagsorden"});
    expect((await chief.get("/modtagere/mappe")).text).toContain("aarshjul recipients");
    expect((await chief.get("/modtagere/mappe/ret")).status).toBe(404);
    expect((await chief.post("/modtagere/mappe/luk", {udgave: "1"})).status).toBe(404);
  });

  it("says that mail waits where there is no mail server, and where no domain is allowed", async () => {
    writeFileSync(
      join(stage.dataDir, "reference", "delivery.json"),
      '{"domains":[],"from":"a","baseUrl":"https://a.dk"}'
    );
    expect((await chief.get("/modtagere/vej")).text).toContain("Der er ikke sat en mailserver op");
    const {text} = await chief.post("/modtagere/ny", {...filled, adresse: "y@aarhus.dk"});
    expect(text).toContain("Der er endnu ingen domæner, der må sendes mail til.");
  });
});

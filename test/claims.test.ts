import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {grantText} from "../queries/access-grants.ts";
import {judgeClaims} from "../server/identity/claims.ts";
import {readPrivileges} from "../server/identity/privileges.ts";
import {parseSettings, type StaffSettings} from "../server/identity/settings.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";

const given = {
  issuer: "https://idp.example",
  client_id: "aarshjul",
  client_secret_file: "keys/staff.secret",
  required_acr: ["substantial"],
  roles_from: [{claim: "privileges", format: "oio-bpp"}],
  role_map: {"http://kommune.dk/roller/leder/1": "leader", "http://kommune.dk/roller/analytiker/1": "analyst"},
  scopes_from: [
    {claim: "http://kommune.dk/afgraensning/orgenhed/1", kind: "units"},
    {claim: "scope", kind: "municipality"}
  ],
  scope_map: {"urn:dk:gov:saml:cvrNumberIdentifier:55133018": "751", "9b1e-bøgelund": "751014"}
};
const settings = parseSettings({staff: given}).staff as StaffSettings;
const privileges = (body: string, head = "") =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>${head}<bpp:PrivilegeList xmlns:bpp="http://itst.dk/oiosaml/basic_privilege_profile">${body}</bpp:PrivilegeList>`
  ).toString("base64");
const group = (inner: string) =>
  `<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:55133018">${inner}</PrivilegeGroup>`;
const leader = group(
  '<Constraint Name="http://kommune.dk/afgraensning/orgenhed/1">9b1e-bøgelund, 751015</Constraint><Privilege>http://kommune.dk/roller/leder/1</Privilege>'
);
const analyst = group("<Privilege>http://kommune.dk/roller/analytiker/1</Privilege>");

describe("judgeClaims(claims, settings)", () => {
  it("reads rights of OIO-BPP, each with the place that its own group names", () => {
    const judged = judgeClaims({acr: "substantial", privileges: privileges(leader + analyst)}, settings);
    expect([judged.problem, judged.grants.map(grantText)]).toEqual([null, ["leader:751014,751015", "analyst:751"]]);
  });

  it("tells of what it does not know, and gives nothing for it", () => {
    const body = group(
      "<Privilege>http://kommune.dk/roller/konge/1</Privilege><Privilege>http://kommune.dk/roller/leder/1</Privilege>"
    );
    expect(judgeClaims({acr: "substantial", privileges: privileges(body)}, settings)).toEqual({
      grants: [],
      secondFactor: false,
      problem: "no-roles",
      notes: [
        {kind: "unknown-role", text: "http://kommune.dk/roller/konge/1"},
        {kind: "no-scope", text: "leader"}
      ]
    });
    const wrong = judgeClaims({acr: "substantial", privileges: ["x"]}, settings);
    expect(wrong.notes).toEqual([{kind: "wrong-form", text: "privileges"}]);
  });
});

describe("readPrivileges(encoded)", () => {
  it.each([
    ["what is not base64", "<PrivilegeList/>"],
    ["what is not XML", Buffer.from("PrivilegeList").toString("base64")],
    ["another document", Buffer.from("<Other/>").toString("base64")],
    ["a document type", privileges(leader, '<!DOCTYPE x [<!ENTITY a "b">]>')],
    ["what is too long", "A".repeat(70_000)]
  ])("refuses %s", (_, encoded) => {
    expect(readPrivileges(encoded)).toBeNull();
  });
});

describe("parseSettings(given)", () => {
  it.each([
    ["an issuer without encryption", {...given, issuer: "http://idp.example"}],
    ["an issuer with a query", {...given, issuer: "https://idp.example?x=1"}],
    ["an algorithm that is not allowed", {...given, algorithm: "HS256"}],
    ["no level of assurance", {...given, required_acr: []}],
    ["a role that does not exist", {...given, role_map: {x: "king"}}],
    ["citizens among staff", {...given, role_map: {x: "citizen"}}],
    ["a field that it does not know", {...given, client_secret: "in the file"}]
  ])("refuses %s", (_, staff) => {
    expect(() => parseSettings({staff})).toThrow("identity settings");
  });

  it("refuses one issuer for staff and citizens", () => {
    const citizen = {issuer: given.issuer, client_id: "x", client_secret_file: "x", required_acr: ["high"]};
    expect(() => parseSettings({staff: given, citizen})).toThrow("one issuer");
  });
});

describe("/proevelogin", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({settings: parseSettings({staff: given})});
  });
  afterAll(() => stage.close());

  it("shows an administrator what a sign-in would give, and keeps nothing of it", async () => {
    const admin = await signedIn(stage, await makeAccount(stage, "admin", ["administrator:*"]));
    const claims = {acr: "substantial", name: "Opdigtet Person", privileges: privileges(leader)};
    const page = await admin.post("/proevelogin", {claims: JSON.stringify(claims)});
    expect(page.text).toContain("Leder: Bøgelundskolen, ");
    expect(page.text).toContain("Personen ville være logget ind.");
    expect((await admin.post("/proevelogin", {claims: "[]"})).text).toContain("Det er ikke et JSON-objekt.");
    const low = await admin.post("/proevelogin", {claims: JSON.stringify({...claims, acr: "low"})});
    expect(low.text).toContain("Dit login har ikke den sikkerhed");
    const audit = await stage.registry.selectFrom("audit_entries").selectAll().execute();
    expect(JSON.stringify(audit) + stage.logged.join("")).not.toContain("Opdigtet");
  });

  it("says that citizens cannot sign in while the key's service is not there", async () => {
    const {citizen} = parseSettings({
      citizen: {issuer: "https://mitid.example", client_id: "x", client_secret_file: "x", required_acr: ["substantial"]}
    });
    const provider = {issuer: citizen!.issuer} as never;
    const other = await openStage({settings: {local: true, citizen}, providers: new Map([["citizen", provider]])});
    const answer = await fetch(`${other.origin}/log-ind/borger`);
    expect([answer.status, (await answer.text()).includes("Borgere kan ikke logge ind lige nu")]).toEqual([422, true]);
    await other.close();
  });
});

/** Sign-ins at a provider that lies; each must end without a session and without a trace of what was said. */
import {randomUUID} from "node:crypto";
import {UnsecuredJWT} from "jose";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {openProvider, type Provider} from "../server/identity/provider.ts";
import {parseSettings} from "../server/identity/settings.ts";
import {clientSecret, type HostileProvider, openHostileProvider, type Said} from "./hostile-provider.ts";
import {openStage, type Stage} from "./identity-fixture.ts";
import {openVisitor, type Visit, type Visitor} from "./visitor.ts";

const personNumber = "010203-1234";
const claims = {acr: "substantial", name: "Mette Medarbejder", roles: ["urn:leder"], org: ["751014"]};
const now = () => Math.floor(Date.now() / 1000);

let staff: HostileProvider;
let citizen: HostileProvider;
let stage: Stage;
const matched: string[] = [];

beforeAll(async () => {
  staff = await openHostileProvider(claims);
  citizen = await openHostileProvider({acr: "substantial", dk_ssn: personNumber});
  const common = {client_id: "aarshjul", client_secret_file: "x", required_acr: ["substantial", "high"]};
  const settings = parseSettings({
    staff: {
      ...common,
      issuer: staff.issuer,
      second_factor_acr: ["high"],
      roles_from: [{claim: "roles", format: "list"}],
      role_map: {"urn:leder": "leader", "urn:admin": "administrator", "urn:steward": "steward"},
      scopes_from: [
        {claim: "org", kind: "units"},
        {claim: "kommune", kind: "municipality"}
      ],
      scope_map: {alle: "*"}
    },
    citizen: {...common, issuer: citizen.issuer}
  });
  const providers = new Map<"staff" | "citizen", Provider>([
    ["staff", openProvider(settings.staff!, clientSecret)],
    ["citizen", openProvider(settings.citizen!, clientSecret)]
  ]);
  const match = async (given: string) => {
    matched.push(given);
    return given === "0102031234" ? "pseudonym-1" : null;
  };
  stage = await openStage({settings, providers, match});
});
afterAll(async () => {
  await stage.close();
  await staff.close();
  await citizen.close();
});
beforeEach(() => {
  stage.clock.now = new Date();
  for (const each of [staff, citizen]) Object.assign(each, {attack: (said: Said) => said, answer: null});
});

interface Begun {
  readonly visitor: Visitor;
  readonly state: string;
}

async function start(provider: HostileProvider = staff, path = "/log-ind/medarbejder"): Promise<Begun> {
  const visitor = openVisitor(stage.origin);
  const {location} = await visitor.get(`${path}?til=%2Fkonto`);
  const asked = new URL(location!).searchParams;
  expect([asked.get("code_challenge_method"), asked.get("response_type")]).toEqual(["S256", "code"]);
  provider.nonce = asked.get("nonce")!;
  return {visitor, state: asked.get("state")!};
}

async function answer({visitor, state}: Begun, change: Readonly<Record<string, string | null>> = {}): Promise<Visit> {
  const given = Object.entries({code: randomUUID(), state, iss: staff.issuer, ...change}).filter(
    ([, value]) => value !== null
  );
  return visitor.get(`/log-ind/medarbejder/svar?${new URLSearchParams(given as [string, string][])}`);
}

async function refusesAfter(begun: Begun, visit: Visit): Promise<void> {
  expect([visit.status, visit.location]).toEqual([422, null]);
  expect(begun.visitor.cookies.has("aarshjul")).toBe(false);
  expect((await begun.visitor.get("/konto")).status).toBe(303);
}

const said = (change: (said: Said) => void) => (before: Said) => {
  change(before);
  return before;
};
const saying = (payload: Record<string, unknown>) => said((before) => Object.assign(before.payload, payload));
const without = (name: string) => said((before) => delete before.payload[name]);

const lies: Readonly<Record<string, (said: Said) => Said | string | null | Promise<string>>> = {
  "an unsigned token": ({payload}) => new UnsecuredJWT(payload).encode(),
  "a token signed with the client's secret": said((before) => {
    before.header = {alg: "HS256"};
    before.key = new TextEncoder().encode(clientSecret);
  }),
  "a token signed with the public key as a secret": said((before) => {
    before.header = {alg: "HS256", kid: "one"};
    before.key = staff.publicModulus;
  }),
  "a token under another key": said((before) => {
    before.key = staff.foreignKey;
  }),
  "a token under a key that nobody knows": said((before) => {
    before.header.kid = "two";
    before.key = staff.foreignKey;
  }),
  "a token that points to its own keys": said((before) => {
    before.header.jku = "https://ond.example/jwks";
    before.key = staff.foreignKey;
  }),
  "a token that was changed after signing": async ({payload}) => {
    const [head, , signature] = (await staff.sign(payload)).split(".");
    const changed = Buffer.from(JSON.stringify({...payload, roles: ["urn:admin"]})).toString("base64url");
    return `${head}.${changed}.${signature}`;
  },
  "a token without its signature": async ({payload}) =>
    `${(await staff.sign(payload)).split(".").slice(0, 2).join(".")}.`,
  "what is no token": () => "not.a.token",
  "no token": () => null,
  "another issuer": saying({iss: "https://ond.example"}),
  "an issuer with a slash more": said((before) => {
    before.payload.iss += "/";
  }),
  "another audience": saying({aud: "somebody-else"}),
  "several audiences": saying({aud: ["aarshjul", "somebody-else"]}),
  "several audiences in this one's name": saying({aud: ["aarshjul", "somebody-else"], azp: "aarshjul"}),
  "no audience": without("aud"),
  "another party": saying({azp: "somebody-else"}),
  "a token that has expired": saying({iat: now() - 900, exp: now() - 600}),
  "a token that never expires": without("exp"),
  "a token without a time": without("iat"),
  "a token of tomorrow": saying({nbf: now() + 86_400}),
  "another nonce": saying({nonce: "replayed"}),
  "no nonce": without("nonce"),
  nobody: without("sub"),
  "somebody without a name": saying({sub: ""}),
  "somebody who is a number": saying({sub: 1}),
  "no level of assurance": without("acr"),
  "a low level of assurance": saying({acr: "low"}),
  "several levels of assurance": saying({acr: ["substantial", "high"]}),
  "300 roles": saying({roles: Array.from({length: 300}, () => "urn:leder")}),
  "a role as a text": saying({roles: "urn:leder"}),
  "roles as an object": saying({roles: {"urn:leder": true}}),
  "roles within roles": saying({roles: [["urn:leder"]]}),
  "roles named as what every object has": saying({roles: ["constructor", "__proto__", "toString"]}),
  "no roles": without("roles"),
  "roles that nobody mapped": saying({roles: ["urn:konge"]}),
  "a role without a place": without("org"),
  "a role everywhere that can be somewhere only": saying({org: "alle"}),
  "roles that must be apart": saying({roles: ["urn:admin", "urn:steward"], kommune: "alle"})
};

describe("a provider that says", () => {
  it("the truth lets somebody in, with the roles that the settings give", async () => {
    const begun = await start();
    const visit = await answer(begun);
    expect([visit.status, visit.location]).toEqual([303, "/konto"]);
    expect((await begun.visitor.get("/konto")).text).toContain("Leder: Bøgelundskolen");
    expect(begun.visitor.cookies.has("aarshjul-flow")).toBe(false);
  });

  it.each(Object.keys(lies))("%s lets nobody in", async (lie) => {
    const begun = await start();
    staff.attack = lies[lie]!;
    await refusesAfter(begun, await answer(begun));
  });

  it.each([
    ["an error", 400, '{"error":"invalid_grant","error_description":"used"}'],
    ["a failure", 500, "oh no"],
    ["nonsense", 200, "<html>"],
    ["another kind of token", 200, '{"access_token":"x","token_type":"mac"}']
  ])("%s for a code lets nobody in", async (_, status, body) => {
    const begun = await start();
    staff.answer = () => ({status, body});
    await refusesAfter(begun, await answer(begun));
  });
});

describe("an answer that", () => {
  it.each([
    ["has another state", {state: "another"}],
    ["has no state", {state: null}],
    ["has no code", {code: null}],
    ["comes from another issuer", {iss: "https://ond.example"}],
    ["says nothing of its issuer", {iss: null}],
    ["says that access was denied", {error: "access_denied"}]
  ])("%s lets nobody in", async (_, change) => {
    const begun = await start();
    await refusesAfter(begun, await answer(begun, change));
  });

  it("comes to another browser lets nobody in", async () => {
    const begun = await start();
    const other = {visitor: openVisitor(stage.origin), state: begun.state};
    await refusesAfter(other, await answer(other));
  });

  it("comes a second time lets nobody in", async () => {
    const begun = await start();
    const flow = begun.visitor.cookies.get("aarshjul-flow")!;
    expect((await answer(begun, {code: "once"})).status).toBe(303);
    const again = {visitor: openVisitor(stage.origin), state: begun.state};
    again.visitor.cookies.set("aarshjul-flow", flow);
    await refusesAfter(again, await answer(again, {code: "once"}));
  });

  it("comes too late lets nobody in", async () => {
    const begun = await start();
    stage.later(11);
    await refusesAfter(begun, await answer(begun));
  });

  it("belongs to the citizens' provider lets nobody in as staff", async () => {
    const begun = await start(citizen, "/log-ind/borger");
    await refusesAfter(begun, await answer(begun));
  });
});

describe("accounts of providers", () => {
  it("are of one issuer: the same subject elsewhere is somebody else", async () => {
    citizen.attack = saying({sub: "person-1"});
    const begun = await start(citizen, "/log-ind/borger");
    const path = `/log-ind/borger/svar?${new URLSearchParams({code: "c", state: begun.state, iss: citizen.issuer})}`;
    expect((await begun.visitor.get(path)).status).toBe(303);
    const page = (await begun.visitor.get("/konto")).text;
    expect([page.includes("Borger: sig selv"), page.includes("Bøgelundskolen")]).toEqual([true, false]);
    const kept = await stage.registry
      .selectFrom("accounts")
      .select(["issuer", "subject"])
      .where("subject", "=", "person-1")
      .execute();
    expect(kept).toHaveLength(2);
  });

  it("lose a role with the next sign-in, and all their sessions with it", async () => {
    const first = await start();
    await answer(first);
    staff.attack = saying({org: ["751015"]});
    const second = await start();
    await answer(second);
    expect((await first.visitor.get("/konto")).status).toBe(303);
    expect((await second.visitor.get("/konto")).text).not.toContain("Bøgelundskolen");
  });

  it("need two steps there for a role that needs them here", async () => {
    for (const [acr, status] of [
      ["substantial", 403],
      ["high", 200]
    ] as const) {
      staff.attack = saying({roles: ["urn:steward"], kommune: "751", acr, sub: "steward"});
      const begun = await start();
      expect((await answer(begun)).status).toBe(303);
      expect((await begun.visitor.get("/leverancer")).status).toBe(status);
    }
  });

  it("keep nothing of a person number, and hand it to the key's service alone", async () => {
    expect(matched).toContain("0102031234");
    const tables = ["accounts", "grants", "sessions", "sign_in_flows", "audit_entries", "sign_in_attempts"] as const;
    const rows = await Promise.all(tables.map((table) => stage.registry.selectFrom(table).selectAll().execute()));
    const everything = JSON.stringify(rows) + stage.logged.join("");
    for (const secret of [personNumber, "0102031234", "Mette", "pseudonym-1"])
      expect([secret, everything.replaceAll("Mette Medarbejder", "Mette").includes(secret)]).toEqual([
        secret,
        secret === "Mette"
      ]);
    citizen.attack = saying({dk_ssn: "0203041234"});
    const begun = await start(citizen, "/log-ind/borger");
    const path = `/log-ind/borger/svar?${new URLSearchParams({code: "c", state: begun.state, iss: citizen.issuer})}`;
    const visit = await begun.visitor.get(path);
    expect([visit.status, visit.text.includes("Der er ingen oplysninger om dig her.")]).toEqual([422, true]);
  });
});

describe("signing out", () => {
  const event = {"http://schemas.openid.net/event/backchannel-logout": {}};
  const tokenOf = (change: Record<string, unknown>, header = {}) =>
    staff.sign(
      {iss: staff.issuer, aud: "aarshjul", sub: "person-1", iat: now(), jti: randomUUID(), events: event, ...change},
      header
    );
  const tell = async (token: string) =>
    (await openVisitor(stage.origin).post("/log-ud/fra/medarbejder", {logout_token: token}, {origin: staff.issuer}))
      .status;

  it("leads to the provider's own page for it", async () => {
    const begun = await start();
    await answer(begun);
    expect((await begun.visitor.post("/log-ud", {})).location).toBe("/log-ind?ud=staff");
    expect((await begun.visitor.get("/log-ind?ud=staff")).text).toContain('href="/log-ud/medarbejder"');
    const {location} = await begun.visitor.get("/log-ud/medarbejder");
    expect(location).toMatch(new RegExp(`^${staff.issuer}/end\\?.*client_id=aarshjul`));
  });

  it("is done when the provider says so, and by nobody else", async () => {
    const begun = await start();
    await answer(begun);
    const isIn = async () => (await begun.visitor.get("/konto")).status === 200;
    for (const bad of [
      await tokenOf({iss: "https://ond.example"}),
      await tokenOf({aud: "somebody-else"}),
      await tokenOf({events: {}}),
      await tokenOf({nonce: "x"}),
      await tokenOf({iat: now() - 3600}),
      await tokenOf({sub: undefined}),
      await staff.sign(
        {iss: staff.issuer, aud: "aarshjul", sub: "person-1", iat: now(), jti: "1", events: event},
        {},
        staff.foreignKey
      ),
      "nonsense"
    ])
      expect(await tell(bad)).toBe(400);
    expect(await tell(await tokenOf({sub: "somebody-else"}))).toBe(200);
    expect(await isIn()).toBe(true);
    expect(await tell(await tokenOf({sub: undefined, sid: "session-1"}))).toBe(200);
    expect(await isIn()).toBe(false);
  });
});

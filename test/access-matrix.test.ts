/** Every route × every role × {own, other unit, other municipality}: who gets in is written here once more, not read from the program. */
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Role, roles} from "../queries/access-rules.ts";
import {createApp} from "../server/app.ts";
import {hashPassphrase} from "../server/identity/passphrase.ts";
import type {Declared} from "../server/identity/routes.ts";
import {makeAccount, openStage, passphrase, type Stage, signedIn} from "./identity-fixture.ts";
import {fixtureDelivery} from "./server-fixture.ts";
import {openVisitor, type Visit, type Visitor} from "./visitor.ts";

interface Somebody {
  readonly name: string;
  readonly role: Role | null;
  readonly scope: string | null;
  /** Whether nothing of the sign-in is left to do. */
  readonly done: boolean;
  readonly visitor: Visitor;
}

type Expectation = (somebody: Somebody) => boolean;

const everyone: Expectation = () => true;
const nobody: Expectation = () => false;
const signedInOnly: Expectation = ({done}) => done;
const only =
  (...may: readonly Role[]): Expectation =>
  ({role, done}) =>
    done && role !== null && may.includes(role);
const onlyIn =
  (scopes: readonly string[], ...may: readonly Role[]): Expectation =>
  (somebody) =>
    only(...may)(somebody) && scopes.includes(somebody.scope!);

const ownUnit = ["751014", "751-O1", "751", "*"];
const writesConversation = onlyIn(ownUnit, "leader", "area-chief", "administration-chief");
const readsConversation = onlyIn(ownUnit, "leader", "area-chief", "administration-chief", "analyst", "steward");

const issue = "2025-H2-751014-leader-da-2";
/** Who may see a school's package before it is out, and the scopes that it lies in. */
const preparing = ["leader", "area-chief", "administration-chief", "analyst", "steward"] as const;
const within = ["751014", "751-O1", "751", "*"];
/** Where each route is called, and who is let in. A route that is missing here fails the test. */
const expected: Readonly<Record<string, readonly [address: string, who: Expectation]>> = {
  "get /assets/:version/*name": ["/assets/x/css/web.css", everyone],
  "get /favicon.ico": ["/favicon.ico", everyone],
  "get /robots.txt": ["/robots.txt", everyone],
  "get /api/active": ["/api/active", everyone],
  "get /api/:release/*key": ["/api/r000000000000/newest", everyone],
  "get /api/soeg": ["/api/soeg?q=bøge", everyone],
  "get /": ["/", everyone],
  "get /pakker": ["/pakker", everyone],
  "get /pakker/:issue": [`/pakker/${issue}`, everyone],
  "get /pakker/:issue/*file": [`/pakker/${issue}/manifest.json`, everyone],
  "get /enheder/:id": ["/enheder/751014-7A", everyone],
  "get /enheder/:id/egne": ["/enheder/751014/egne", onlyIn(["751014"], "leader")],
  "get /enheder/:id/hent": ["/enheder/751014/hent?figur=x&format=csv", everyone],
  "get /institutioner/:id": ["/institutioner/nope", everyone],
  "get /institutioner/:id/hent": ["/institutioner/751/hent?figur=x&format=csv", everyone],
  "get /noegletal": ["/noegletal?q=zzz", everyone],
  "get /noegletal/:id": ["/noegletal/zzz", everyone],
  "get /noegletal/:id/hent": ["/noegletal/zzz/hent?figur=x&format=csv", everyone],
  "get /kort/:file": ["/kort/x.json", everyone],
  "get /sammenlign": ["/sammenlign", everyone],
  "get /sammenlign/hent": ["/sammenlign/hent?figur=x&format=csv", everyone],
  "get /sammenlign/lignende": ["/sammenlign/lignende", everyone],
  "get /sammenlign/lignende/hent": ["/sammenlign/lignende/hent?figur=x&format=csv", everyone],
  "get /datakvalitet": ["/datakvalitet", everyone],
  "get /standarder": ["/standarder", everyone],
  "get /standarder/:id.json": ["/standarder/absence.json", everyone],
  "get /standarder/:id": ["/standarder/absence", everyone],
  "get /tal/:indicator/:unit/:period": ["/tal/school-absence/751014/2025-H2", everyone],
  "get /fejl": ["/fejl", everyone],
  "post /fejl": ["/fejl", everyone],
  "get /fejl/:number": ["/fejl/F-000000", everyone],
  "get /om": ["/om", everyone],
  "get /raekker": ["/raekker", nobody],
  "post /raekker": ["/raekker", nobody],
  "post /raekker/:number": ["/raekker/R-222222", nobody],
  "get /om-dine-data": ["/om-dine-data", everyone],
  "get /mine-oplysninger": ["/mine-oplysninger", only("citizen")],
  "get /aarshjul": ["/aarshjul", everyone],
  "get /kalender/:file": ["/kalender/x.ics", everyone],
  "get /kalendere": ["/kalendere", signedInOnly],
  "post /kalendere/luk": ["/kalendere/luk", signedInOnly],
  "post /kalendere/ny": ["/kalendere/ny", signedInOnly],
  "post /aarshjul/kalender": ["/aarshjul/kalender", everyone],
  "get /adgang": ["/adgang", everyone],
  "get /log-ind": ["/log-ind", everyone],
  "post /log-ind": ["/log-ind", everyone],
  "post /log-ind/demonstration": ["/log-ind/demonstration", everyone],
  "post /log-ud": ["/log-ud", everyone],
  "get /log-ind/kode": ["/log-ind/kode", ({name}) => name === "half-way"],
  "post /log-ind/kode": ["/log-ind/kode", everyone],
  "get /log-ind/app": ["/log-ind/app", ({done}) => done],
  "post /log-ind/app": ["/log-ind/app", everyone],
  "get /log-ind/medarbejder": ["/log-ind/medarbejder", everyone],
  "get /log-ind/medarbejder/svar": ["/log-ind/medarbejder/svar?code=x&state=y", everyone],
  "get /log-ud/medarbejder": ["/log-ud/medarbejder", everyone],
  "post /log-ud/fra/medarbejder": ["/log-ud/fra/medarbejder", everyone],
  "get /log-ind/borger": ["/log-ind/borger", everyone],
  "get /log-ind/borger/svar": ["/log-ind/borger/svar?code=x&state=y", everyone],
  "get /log-ud/borger": ["/log-ud/borger", everyone],
  "post /log-ud/fra/borger": ["/log-ud/fra/borger", everyone],
  "get /konto/opslag": ["/konto/opslag", signedInOnly],
  "post /konto/opslag": ["/konto/opslag", signedInOnly],
  "get /log": ["/log", only("auditor")],
  "get /proevelogin": ["/proevelogin", only("administrator")],
  "post /proevelogin": ["/proevelogin", only("administrator")],
  "get /invitation": ["/invitation", everyone],
  "post /invitation": ["/invitation", everyone],
  "post /invitation/valg": ["/invitation/valg", everyone],
  "get /konto": ["/konto", signedInOnly],
  "post /konto/formaal": ["/konto/formaal", signedInOnly],
  "post /konto/sessioner": ["/konto/sessioner", signedInOnly],
  "post /konto/saetning": ["/konto/saetning", signedInOnly],
  "post /konto/koder": ["/konto/koder", signedInOnly],
  "get /godkendelse": ["/godkendelse", only(...preparing)],
  "get /godkendelse/:issue": [`/godkendelse/${issue}`, onlyIn(within, ...preparing)],
  "get /godkendelse/:issue/*file": [`/godkendelse/${issue}/package.html`, onlyIn(within, ...preparing)],
  "post /godkendelse/set-igennem": ["/godkendelse/set-igennem", only(...preparing)],
  "post /godkendelse/godkend": ["/godkendelse/godkend", only("area-chief", "administration-chief")],
  "post /godkendelse/:issue/set-igennem": [`/godkendelse/${issue}/set-igennem`, onlyIn(within, ...preparing)],
  ...Object.fromEntries(
    ["begrund", "godkend", "tilbage", "flyt", "traek-tilbage"].map((step) => [
      `post /godkendelse/:issue/${step}`,
      [`/godkendelse/${issue}/${step}`, onlyIn(within, "area-chief", "administration-chief")]
    ])
  ),
  "post /drift/stands": ["/drift/stands", only("steward", "administrator")],
  "post /drift/tag-op": ["/drift/tag-op", only("steward", "administrator")],
  "get /modtagere": ["/modtagere", only("administration-chief", "steward")],
  "post /modtagere/aabn": ["/modtagere/aabn", only("administration-chief", "steward")],
  "get /leverancer": ["/leverancer", only("analyst", "steward")],
  "get /leverancer/:id": [`/leverancer/${fixtureDelivery}`, onlyIn(["751", "*"], "analyst", "steward")],
  "get /aftaler": ["/aftaler", only("leader", "area-chief", "administration-chief", "analyst", "steward")],
  "get /samtaler": ["/samtaler", only("leader", "area-chief", "administration-chief", "analyst", "steward")],
  "get /samtale/:unit/:period": ["/samtale/751014/2025-H2", readsConversation],
  "get /samtale/:unit/:period/:template": ["/samtale/751014/2025-H2/learning", readsConversation],
  "post /samtale/:unit/:period/:template": ["/samtale/751014/2025-H2/learning", writesConversation],
  "get /samtale/:unit/:period/:template/historik": ["/samtale/751014/2025-H2/learning/historik", readsConversation],
  "post /samtale/:unit/:period/:template/gendan": ["/samtale/751014/2025-H2/learning/gendan", writesConversation],
  "get /fund": ["/fund", only("leader", "area-chief", "administration-chief", "analyst", "steward")],
  "get /fund/nyt": ["/fund/nyt", only("leader", "area-chief", "administration-chief", "analyst", "steward")],
  "post /fund/nyt": ["/fund/nyt", only("leader", "area-chief", "administration-chief", "analyst", "steward")],
  "get /fund/:id": ["/fund/S-2222222", only("leader", "area-chief", "administration-chief", "analyst", "steward")],
  "get /fund/:id/ret": [
    "/fund/S-2222222/ret",
    only("leader", "area-chief", "administration-chief", "analyst", "steward")
  ],
  "post /fund/:id/ret": [
    "/fund/S-2222222/ret",
    only("leader", "area-chief", "administration-chief", "analyst", "steward")
  ],
  "post /fund/:id/traek-tilbage": [
    "/fund/S-2222222/traek-tilbage",
    only("leader", "area-chief", "administration-chief", "analyst", "steward")
  ],
  "get /drift": ["/drift", only("steward", "administrator")],
  "get /drift/forloeb": ["/drift/forloeb", only("steward", "administrator")],
  "get /drift/opgave": ["/drift/opgave?id=nope", only("steward", "administrator")],
  "post /drift/igen": ["/drift/igen?id=nope", only("steward", "administrator")],
  "post /drift/flere": ["/drift/flere", only("steward", "administrator")],
  "post /drift/alle-igen": ["/drift/alle-igen", only("steward", "administrator")],
  "post /drift/spring-over": ["/drift/spring-over?id=nope", only("steward", "administrator")],
  "get /brugere": ["/brugere", only("administrator", "auditor")],
  "post /brugere": ["/brugere", only("administrator")],
  "get /brugere/:id": ["/brugere/x", only("administrator", "auditor")],
  "post /brugere/:id": ["/brugere/x", only("administrator")],
  "post /brugere/:id/spaer": ["/brugere/x/spaer", only("administrator")],
  "post /brugere/:id/kode": ["/brugere/x/kode", only("administrator")]
};

/** Own, another unit, another municipality. */
const scopes: Readonly<Record<Role, readonly string[]>> = {
  citizen: ["self"],
  politician: ["751", "740"],
  leader: ["751014", "751099", "740001"],
  "area-chief": ["751-O1", "751-O2", "740-O1"],
  "administration-chief": ["751", "740"],
  analyst: ["751014", "751", "740", "*"],
  steward: ["751", "740", "*"],
  administrator: ["751", "740", "*"],
  auditor: ["751", "740", "*"]
};

let stage: Stage;
let people: readonly Somebody[];
let declared: readonly Declared[];

beforeAll(async () => {
  stage = await openStage();
  declared = createApp(stage.deps).locals.declared;
  const hash = await hashPassphrase(passphrase);
  const known = await Promise.all(
    roles.flatMap((role) =>
      scopes[role].map(async (scope): Promise<Somebody> => {
        const account = await makeAccount(stage, `${role}-${scope}`, [`${role}:${scope}`], hash);
        return {name: `${role}:${scope}`, role, scope, done: true, visitor: await signedIn(stage, account)};
      })
    )
  );
  const without = await makeAccount(stage, "no-role", [], hash);
  const halfWay = await makeAccount(stage, "half-way", ["steward:*"], hash);
  const expired = openVisitor(stage.origin);
  expired.cookies.set("aarshjul", "B".repeat(43));
  const weak = await makeAccount(stage, "weak", ["steward:*"], hash);
  people = [
    ...known,
    {name: "stranger", role: null, scope: null, done: false, visitor: openVisitor(stage.origin)},
    {name: "expired", role: null, scope: null, done: false, visitor: expired},
    {name: "no-role", role: null, scope: null, done: true, visitor: await signedIn(stage, without)},
    {name: "weak", role: null, scope: null, done: true, visitor: await signedIn(stage, weak, {secondFactor: false})},
    {name: "half-way", role: null, scope: null, done: false, visitor: await signedIn(stage, halfWay, {stage: "code"})}
  ];
});
afterAll(() => stage.close());

describe("createApp(deps)", () => {
  it("declares no route that the matrix does not know", () => {
    const missing = declared.map(routeOf).filter((route) => !expected[route]);
    expect(missing, "add these routes, and who may open them, to `expected` in this file").toEqual([]);
  });

  it("refuses to start with a route that goes around the register", async () => {
    const {openRoutes} = await import("../server/identity/routes.ts");
    const app = createApp(stage.deps);
    app.get("/udenom", (_request, response) => void response.send("x"));
    const book = openRoutes(app, stage.deps);
    for (const {path} of declared) (book.declared as unknown as {path: string}[]).push({path});
    expect(() => book.check()).toThrow(
      "route declares no action, register it under one (see identity/routes): /udenom"
    );
  });

  it("lets in whom the matrix lets in and nobody else, on at least 3,000 calls", async () => {
    const calls = people.flatMap((somebody) =>
      [...new Set(declared.map(routeOf))].flatMap((route) => {
        const [address, who] = expected[route]!;
        return waysOf(route, address).map((way) => ({somebody, route, way, expected: who(somebody)}));
      })
    );
    const unexpected: string[] = [];
    await inParallel(calls, 12, async ({somebody, route, way, expected: wanted}) => {
      const visit = await way(somebody.visitor);
      const problems = [...problemsOf(visit, route), ...(isIn(visit) === wanted ? [] : [`status ${visit.status}`])];
      if (problems.length > 0) unexpected.push(`${somebody.name} ${route}: ${problems.join(", ")}`);
    });
    expect(unexpected).toEqual([]);
    expect(calls.length).toBeGreaterThanOrEqual(3000);
    console.log(`authorization matrix: ${calls.length} calls, ${unexpected.length} unexpected`);
  }, 240_000);
});

function routeOf({method, path}: Declared): string {
  return `${method} ${path}`;
}

/** Forms are sent with a field that none has: whoever is let in is told so, and nothing is changed. */
function waysOf(route: string, address: string): readonly ((visitor: Visitor) => Promise<Visit>)[] {
  const english = address === "/" ? "/en" : `/en${address}`;
  if (route.startsWith("post")) return [address, english].map((path) => (visitor) => visitor.post(path, {ukendt: "1"}));
  const read = [(visitor: Visitor) => visitor.get(address)];
  return isPrivate(route) ? [...read, (visitor) => visitor.get(english), (visitor) => visitor.head(address)] : read;
}

function isIn({status, location}: Visit): boolean {
  return status !== 403 && !(status === 303 && /^(?:\/en)?\/log-ind(?:\?|$)/.test(location ?? ""));
}

const free = /^get (?:\/assets|\/api|\/favicon|\/robots|\/kort|\/pakker\/:issue\/)/;

function problemsOf({status, headers}: Visit, route: string): readonly string[] {
  const policy = headers.get("content-security-policy") ?? "";
  const cache = headers.get("cache-control") ?? "";
  return [
    status >= 500 && `status ${status}`,
    route.startsWith("post") &&
      status !== 400 &&
      status !== 303 &&
      status !== 403 &&
      status !== 429 &&
      `status ${status}`,
    !policy.includes("default-src 'none'") && "no policy",
    /unsafe-inline|unsafe-eval|\*/.test(policy) && "a loose policy",
    headers.get("x-content-type-options") !== "nosniff" && "no nosniff",
    headers.get("referrer-policy") !== "same-origin" && "no referrer policy",
    isPrivate(route) && status !== 303 && !cache.includes("no-store") && "kept by caches",
    !free.test(route) && status === 200 && cache.includes("public") && "public"
  ].filter((problem) => problem !== false);
}

function isPrivate(route: string): boolean {
  const [, who] = expected[route]!;
  return who !== everyone && who !== nobody;
}

async function inParallel<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>) {
  const queue = items[Symbol.iterator]();
  const one = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({length: width}, one));
}

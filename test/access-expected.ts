/** Who gets in where, written once more by hand, not read from the program. */
import type {Role} from "../queries/access-rules.ts";
import {fixtureDelivery} from "./server-fixture.ts";
import type {Visitor} from "./visitor.ts";

export interface Somebody {
  readonly name: string;
  readonly role: Role | null;
  readonly scope: string | null;
  /** Whether nothing of the sign-in is left to do. */
  readonly done: boolean;
  readonly visitor: Visitor;
}

/** Whether somebody is let in. */
type Expectation = (somebody: Somebody) => boolean;

export const everyone: Expectation = () => true;
export const nobody: Expectation = () => false;
const signedInOnly: Expectation = ({done}) => done;
const only =
  (...may: readonly Role[]): Expectation =>
  ({role, done}) =>
    done && role !== null && may.includes(role);
const onlyIn =
  (scopes: readonly string[], ...may: readonly Role[]): Expectation =>
  (somebody) =>
    only(...may)(somebody) && scopes.includes(somebody.scope!);

/** The scopes that the school lies in. */
const ownUnit = ["751014", "751-O1", "751", "*"];
/** Who works with what is not for all. */
const staff = ["leader", "area-chief", "administration-chief", "analyst", "steward"] as const;
const writesConversation = onlyIn(ownUnit, "leader", "area-chief", "administration-chief");
const readsConversation = onlyIn(ownUnit, ...staff);
/** Lies in the municipality that the school lies in; whoever runs the test has placed it. */
export const fixtureRecipient = "skolebestyrelsen";
const managesRecipient = onlyIn(["751", "*"], "administration-chief", "steward");

const issue = "2025-H2-751014-leader-da-2";

/** Where each route is called, and who is let in. A route that is missing here fails the test. */
export const expected: Readonly<Record<string, readonly [address: string, who: Expectation]>> = {
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
  "get /godkendelse": ["/godkendelse", only(...staff)],
  "get /godkendelse/:issue": [`/godkendelse/${issue}`, onlyIn(ownUnit, ...staff)],
  "get /godkendelse/:issue/*file": [`/godkendelse/${issue}/package.html`, onlyIn(ownUnit, ...staff)],
  "post /godkendelse/set-igennem": ["/godkendelse/set-igennem", only(...staff)],
  "post /godkendelse/godkend": ["/godkendelse/godkend", only("area-chief", "administration-chief")],
  "get /godkendelse/begrund": ["/godkendelse/begrund", only("area-chief", "administration-chief")],
  "post /godkendelse/begrund": ["/godkendelse/begrund", only("area-chief", "administration-chief")],
  "post /godkendelse/:issue/set-igennem": [`/godkendelse/${issue}/set-igennem`, onlyIn(ownUnit, ...staff)],
  ...Object.fromEntries(
    ["begrund", "godkend", "tilbage", "flyt", "traek-tilbage"].map((step) => [
      `post /godkendelse/:issue/${step}`,
      [`/godkendelse/${issue}/${step}`, onlyIn(ownUnit, "area-chief", "administration-chief")]
    ])
  ),
  "post /drift/stands": ["/drift/stands", only("steward", "administrator")],
  "post /drift/tag-op": ["/drift/tag-op", only("steward", "administrator")],
  "get /modtagere": ["/modtagere", only("administration-chief", "steward")],
  "post /modtagere/aabn": ["/modtagere/aabn", only("administration-chief", "steward")],
  ...Object.fromEntries(
    ["get", "post"].map((method) => [
      `${method} /modtagere/ny`,
      ["/modtagere/ny", only("administration-chief", "steward")]
    ])
  ),
  "get /modtagere/:id": [`/modtagere/${fixtureRecipient}`, managesRecipient],
  "get /modtagere/:id/ret": [`/modtagere/${fixtureRecipient}/ret`, managesRecipient],
  "post /modtagere/:id/ret": [`/modtagere/${fixtureRecipient}/ret`, managesRecipient],
  "post /modtagere/:id/luk": [`/modtagere/${fixtureRecipient}/luk`, managesRecipient],
  "post /modtagere/:id/aabn": [`/modtagere/${fixtureRecipient}/aabn`, managesRecipient],
  "get /leverancer": ["/leverancer", only("analyst", "steward")],
  "get /leverancer/:id": [`/leverancer/${fixtureDelivery}`, onlyIn(["751", "*"], "analyst", "steward")],
  "get /aftaler": ["/aftaler", only(...staff)],
  "get /samtaler": ["/samtaler", only(...staff)],
  "get /samtale/:unit/:period": ["/samtale/751014/2025-H2", readsConversation],
  "get /samtale/:unit/:period/:template": ["/samtale/751014/2025-H2/learning", readsConversation],
  "post /samtale/:unit/:period/:template": ["/samtale/751014/2025-H2/learning", writesConversation],
  "get /samtale/:unit/:period/:template/historik": ["/samtale/751014/2025-H2/learning/historik", readsConversation],
  "post /samtale/:unit/:period/:template/gendan": ["/samtale/751014/2025-H2/learning/gendan", writesConversation],
  "get /fund": ["/fund", only(...staff)],
  "get /fund/nyt": ["/fund/nyt", only(...staff)],
  "post /fund/nyt": ["/fund/nyt", only(...staff)],
  "get /fund/:id": ["/fund/S-2222222", only(...staff)],
  "get /fund/:id/ret": ["/fund/S-2222222/ret", only(...staff)],
  "post /fund/:id/ret": ["/fund/S-2222222/ret", only(...staff)],
  "post /fund/:id/traek-tilbage": ["/fund/S-2222222/traek-tilbage", only(...staff)],
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
export const scopes: Readonly<Record<Role, readonly string[]>> = {
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

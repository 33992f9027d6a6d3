import {afterAll, beforeAll, expect, it} from "vitest";
import {openProvider} from "../server/identity/provider.ts";
import {parseSettings} from "../server/identity/settings.ts";
import {clientSecret} from "./hostile-provider.ts";
import {openStage, type Stage} from "./identity-fixture.ts";
import {openRealProvider, type RealProvider} from "./oidc-provider.ts";
import {openVisitor, type Visitor} from "./visitor.ts";

let provider: RealProvider;
let stage: Stage;
beforeAll(async () => {
  provider = await openRealProvider();
  const settings = parseSettings({
    staff: {
      issuer: provider.issuer,
      client_id: "aarshjul",
      client_secret_file: "x",
      required_acr: ["substantial"],
      roles_from: [{claim: "roles", format: "list"}],
      role_map: {"urn:leder": "leader"},
      scopes_from: [{claim: "org", kind: "units"}]
    }
  });
  stage = await openStage({settings, providers: new Map([["staff", openProvider(settings.staff!, clientSecret)]])});
  stage.clock.now = new Date();
  provider.allow(stage.origin);
});
afterAll(async () => {
  await stage.close();
  await provider.close();
});

/** As a browser goes from page to page, with the cookies of each. */
async function walk(here: Visitor, there: Visitor, path: string): Promise<string> {
  let {location} = await here.get(path);
  for (let step = 0; step < 8 && location?.startsWith("http"); step++)
    location = location.startsWith(provider.issuer)
      ? absolute((await there.get(location)).location)
      : (await here.get(location)).location;
  return location ?? "";
}

function absolute(location: string | null): string | null {
  return location?.startsWith("/") ? provider.issuer + location : location;
}

it("lets somebody in from a real provider, with what it says of them", async () => {
  provider.who = {
    sub: "mette",
    acr: "substantial",
    claims: {name: "Mette Medarbejder", roles: ["urn:leder"], org: ["751014"]}
  };
  const here = openVisitor(stage.origin);
  expect(await walk(here, openVisitor(provider.issuer), "/log-ind/medarbejder?til=%2Fkonto")).toBe("/konto");
  const page = (await here.get("/konto")).text;
  for (const shown of ["Mette Medarbejder", "Leder: Bøgelundskolen", new URL(provider.issuer).host])
    expect(page).toContain(shown);
});

it("lets nobody in whose sign-in there was too weak", async () => {
  provider.who = {sub: "lars", acr: "low", claims: {name: "Lars", roles: ["urn:leder"], org: ["751014"]}};
  const here = openVisitor(stage.origin);
  await walk(here, openVisitor(provider.issuer), "/log-ind/medarbejder");
  expect((await here.get("/konto")).status).toBe(303);
});

it("says so when the provider does not answer", async () => {
  const settings = parseSettings({
    staff: {
      issuer: "http://127.0.0.1:9",
      client_id: "x",
      client_secret_file: "x",
      required_acr: ["x"],
      roles_from: [{claim: "roles", format: "list"}],
      role_map: {}
    }
  });
  const other = await openStage({settings, providers: new Map([["staff", openProvider(settings.staff!, "x")]])});
  const answer = await fetch(`${other.origin}/log-ind/medarbejder`);
  expect([answer.status, (await answer.text()).includes("Login lykkedes ikke.")]).toEqual([422, true]);
  await other.close();
});

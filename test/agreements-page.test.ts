import {afterAll, beforeAll, expect, it} from "vitest";
import {insertAgreements} from "../queries/registry/agreements.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const agreement = {
    ...{period: "2025-H1", indicator: "school-absence", target: 5, owner: "Skolelederen", createdAt: "2025-11-01"},
    ...{due: "2026-01-15", status: "open" as const}
  };
  await insertAgreements(stage.registry, [
    {...agreement, unit: "751014", text: "Morgenmad på 7. årgang"},
    {...agreement, unit: "751022", text: "Makkerlæsning", due: null, status: "done" as const},
    {...agreement, unit: "740001", text: "En anden kommunes aftale"}
  ]);
});
afterAll(() => stage?.close());

const as = async (name: string, grant: string) => signedIn(stage, await makeAccount(stage, name, [grant], "-"));

it("shows agreements beside the figure that they aim at, then and now, and what is overdue", async () => {
  const {text, status} = await (await as("chief", "administration-chief:751")).get("/aftaler");
  expect(status).toBe(200);
  expect(text).toContain("2 aftaler");
  expect(text).toContain("1 i gang, heraf 1 over fristen og 0 med frist inden 30 dage. 1 gennemført.");
  expect(text).toMatch(/Morgenmad på 7\. årgang[\s\S]*fristen er overskredet[\s\S]*Tallet da[\s\S]*Tallet nu/);
});

it("shows nobody what lies outside their reach", async () => {
  const chief = await as("chief-2", "administration-chief:751");
  expect((await chief.get("/aftaler")).text).not.toContain("En anden kommunes aftale");
  const leader = await as("leader", "leader:751014");
  const {text} = await leader.get("/aftaler");
  expect(text).toContain("Morgenmad");
  expect(text).not.toContain("Makkerlæsning");
});

it("is narrowed by area and state in the address", async () => {
  const chief = await as("chief-3", "administration-chief:751");
  expect((await chief.get("/aftaler?status=done")).text).not.toContain("Morgenmad");
  expect((await chief.get("/aftaler?omraade=751&status=open")).text).toContain("Morgenmad");
  expect((await chief.get("/en/aftaler?omraade=740")).text).toContain("No agreements fit");
  expect((await chief.get("/aftaler?status=nope")).status).toBe(400);
});

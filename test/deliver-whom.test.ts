import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
import {closeRecipient} from "../queries/registry/recipients.ts";
import {placeIssue, placeRecipient, signIssue, writeSettings} from "./delivery-fixture.ts";
import {decoded, useOffice} from "./delivery-office.ts";

const office = useOffice();

describe("a delivery", () => {
  it("is stopped at the door when the domain has been taken off the list since", async () => {
    const server = await office.serve();
    writeSettings(office.dataDir, server.port, {domains: ["odder.dk"]});
    await office.released();
    expect(await office.deliver()).toMatchObject([
      {failed: [{final: true, error: expect.stringContaining("aarhus.dk")}]}
    ]);
    expect(server.received).toEqual([]);
  });

  it("waits for a mail server to be set up, and for quiet hours to end", async () => {
    const server = await office.serve();
    await rm(join(office.dataDir, "reference", "delivery.json"));
    const one = await office.released();
    expect(await office.deliver()).toEqual([]);
    office.now = new Date(`${office.now.toISOString().slice(0, 10)}T19:30:00Z`);
    writeSettings(office.dataDir, server.port, {quietHours: {from: "20:00", to: "07:00"}});
    expect(await office.deliver()).toEqual([]);
    office.later(11 * 60);
    expect(await office.deliver()).toMatchObject([{failed: []}]);
    expect(await office.stateOf(one)).toBe("delivered");
  });

  it("brings nobody what lies outside their scope, and all in it their own", async () => {
    const server = await office.serve();
    for (const [id, scope] of [
      ["s33", "751033"],
      ["s22", "751022"],
      ["kommune", "751"]
    ] as const) {
      await placeRecipient(office.plant.registry, {id, scope});
      office.afterwards(() => closeRecipient(office.plant.registry, id));
    }
    office.later(100 * 24 * 60);
    for (const school of ["751033", "751022"])
      await signIssue(
        office.plant.registry,
        await placeIssue(office.plant.registry, office.dataDir, {unit: school, number: 50}),
        office.now
      );
    await office.deliver();
    const got = server.received.map(({to, raw}) => [to[0], /X-Aarshjul-Issue: (\S+)/.exec(raw)![1]]);
    expect(got.toSorted()).toEqual([
      ["kommune@aarhus.dk", "2025-H2-751022-leader-da-50"],
      ["kommune@aarhus.dk", "2025-H2-751033-leader-da-50"],
      ["s22@aarhus.dk", "2025-H2-751022-leader-da-50"],
      ["s33@aarhus.dk", "2025-H2-751033-leader-da-50"]
    ]);
    const mixed = server.received.filter(({to, raw}) => to[0] === "s33@aarhus.dk" && raw.includes("751022"));
    expect(mixed).toEqual([]);
  });

  it("brings a correction to all who got what it corrects, also when they subscribe no more", async () => {
    const server = await office.serve();
    const one = await placeIssue(office.plant.registry, office.dataDir, {unit: "751033", number: 60});
    await placeRecipient(office.plant.registry, {id: "was", scope: "751033"});
    await signIssue(office.plant.registry, one, office.now);
    await office.deliver();
    await placeRecipient(office.plant.registry, {id: "was", scope: "751033", subscriptions: []});
    const place = (reason: string) =>
      placeIssue(office.plant.registry, office.dataDir, {unit: "751033", number: 61, reason});
    await expect(signIssue(office.plant.registry, await place(""), office.now)).rejects.toThrow(
      "a correction without a reason"
    );
    await signIssue(office.plant.registry, await place("Fraværet i 3. klasse var talt dobbelt."), office.now);
    expect(await office.deliver()).toMatchObject([{failed: []}]);
    await closeRecipient(office.plant.registry, "was");
    const text = decoded(server.received.at(-1)!.raw);
    expect(text).toContain("Datapakken for Enhed 751033 er rettet");
    expect(text).toContain(
      "Denne udgave erstatter 2025-H2-751033-leader-da-60. Det er rettet: Fraværet i 3. klasse var talt dobbelt."
    );
  });

  it("does not bring a package that has been damaged on the disk", async () => {
    const server = await office.serve();
    const {issue} = await office.released();
    await writeFile(join(storesOf(office.dataDir).packages, issue.issue, "package.pdf"), "%PDF other");
    expect(await office.deliver()).toMatchObject([
      {failed: [{final: true, error: expect.stringContaining("beskadiget")}]}
    ]);
    expect(server.received).toEqual([]);
  });
});

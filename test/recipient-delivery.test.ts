import {expect, it} from "vitest";
import {findRecipient, listRecipients} from "../queries/registry/recipients.ts";
import {placeIssue, signIssue} from "./delivery-fixture.ts";
import {useOffice} from "./delivery-office.ts";
import {serve} from "./server-fixture.ts";
import {hidden, openVisitor} from "./visitor.ts";

const office = useOffice();

it("brings a recipient that was added on the page its package by mail, and nothing once it is closed there", async () => {
  const mail = await office.serve();
  const {plant, dataDir} = office;
  const web = await serve(dataDir, plant.registry);
  office.afterwards(web.close);
  const visitor = openVisitor(web.origin);
  const form = {
    ...{navn: "Bestyrelsen", adresse: "bestyrelse@aarhus.dk", slags: "committee", enhed: "751-O1", pakker: "alle"},
    ...{"udgave-leader": "ja", sprog: "da", hvordan: "attached", udgave: ""}
  };
  const place = async (unit: string, number: number) => {
    const issue = await placeIssue(plant.registry, dataDir, {unit, number});
    await signIssue(plant.registry, issue, office.now);
    return issue.issue;
  };
  const ready = await place("751014", 1);
  const looked = await visitor.post("/modtagere/ny", {...form, trin: "se"});
  const saved = await visitor.post("/modtagere/ny", {...form, trin: "gem", set: hidden(looked.text, "set")});
  expect(saved.status).toBe(303);
  await office.deliver();
  expect(mail.received.map(({to}) => to)).toEqual([["bestyrelse@aarhus.dk"]]);
  expect(mail.received[0]!.raw).toContain(`X-Aarshjul-Issue: ${ready}`);
  const page = await visitor.get(saved.location!);
  expect(page.text).toContain(ready);
  expect(page.text).toContain("leveret");
  const [recipient] = await listRecipients(plant.registry);
  await visitor.post(`/modtagere/${recipient!.id}/luk`, {udgave: "1"});
  expect(await findRecipient(plant.registry, recipient!.id)).toMatchObject({active: false});
  await place("751022", 1);
  await office.deliver();
  expect(mail.received).toHaveLength(1);
});

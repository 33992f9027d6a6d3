/** Several of these work on one registry: each slot's effect is a line `<id> begin <pid>` … `<id> end <pid>` in a file. */
import {appendFileSync} from "node:fs";
import {setTimeout} from "node:timers/promises";
import {runSlots} from "../jobs/ledger.ts";
import {isOwnerAlive, newOwner} from "../jobs/owner.ts";
import {type Candidate, due} from "../queries/reference/wheel-due.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {listSlots, slotId} from "../queries/registry/slots.ts";

const [path = "", effects = "", count = "0", atATime = "1"] = process.argv.slice(2);
const owner = newOwner();
const registry = await openRegistry(path);
const candidates = Array.from({length: Number(count)}, (_, index): Candidate => {
  const key = {job: "packages", entry: "e", municipality: "751", unit: String(index), period: "2026-H1"} as const;
  const id = slotId({...key, recipient: "", subject: ""});
  const dueAt = "2026-10-20T03:00:00.000Z";
  const why = {code: "deadline", missing: []} as const;
  return {...key, id, recipient: "", subject: "", dueAt, series: id, rank: "1", ready: true, why};
});

for (;;) {
  const slots = new Map((await listSlots(registry)).map((slot) => [slot.id, slot]));
  const clock = {now: new Date(), isAlive: (other: string) => isOwnerAlive(other, owner)};
  const decisions = due(candidates, slots, clock);
  const runnable = decisions.filter(({action}) => action === "run").slice(0, Number(atATime));
  if (decisions.every(({action}) => action === "over")) break;
  await runSlots({registry, owner, now: () => new Date()}, "packages", runnable, async (claimed, tally) => {
    for (const {candidate} of claimed) {
      appendFileSync(effects, `${candidate.id} begin ${process.pid}\n`);
      await setTimeout(2);
      appendFileSync(effects, `${candidate.id} end ${process.pid}\n`);
      tally.done(candidate.id, "ok");
    }
  });
  if (runnable.length === 0) await setTimeout(20);
}
await registry.destroy();

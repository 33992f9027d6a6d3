import {describe, expect, it} from "vitest";
import {runDue} from "../jobs/run-due.ts";
import {decoded, useOffice} from "./delivery-office.ts";

const office = useOffice();

describe("a delivery by mail", () => {
  it("brings text, HTML and the PDF once, with what stands out", async () => {
    const server = await office.serve();
    const one = await office.released();
    expect(await office.deliver()).toMatchObject([{job: "deliver", failed: []}]);
    expect(await office.stateOf(one)).toBe("delivered");
    expect(await office.deliver()).toEqual([]);
    expect(server.received).toHaveLength(1);
    const {to, raw} = server.received[0]!;
    expect(to).toEqual(["r1@aarhus.dk"]);
    const text = decoded(raw);
    expect(raw).toMatch(/Message-ID: <[0-9a-f]{32}@aarhus\.dk>/i);
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain(`filename=${one.issue.issue}.pdf`);
    expect(raw).toContain(Buffer.from(`%PDF ${one.issue.unit} 1`).toString("base64"));
    expect(text).toContain(
      "- Elevfravær: 5,7 pct. Tallet er højere end i nabokommunerne (4,9 pct.; 3 af 4). (2. halvår 2025)"
    );
    expect(text).toContain("Ro &amp; orden &lt;3,4&gt; Tallet er lavere.");
    expect(text).toContain('<html lang="da">');
    expect(text).toContain(`https://hjul.aarhus.dk/pakker/${one.issue.issue}`);
    expect(text).not.toContain("Fjerde");
  });

  it("waits out greylisting and is taken the second time", async () => {
    let asked = 0;
    const server = await office.serve({
      onRcptTo: (_address, _session, done) =>
        asked++ === 0 ? done(Object.assign(new Error("come again"), {responseCode: 451})) : done()
    });
    const one = await office.released();
    expect(await office.deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect(await office.stateOf(one)).toBe("sending");
    office.later(1);
    expect(await office.deliver()).toEqual([]);
    office.later(2);
    expect(await office.deliver()).toMatchObject([{failed: []}]);
    expect(server.received).toHaveLength(1);
  });

  it("gives up at once where the server knows no such mailbox", async () => {
    await office.serve({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error("unknown"), {responseCode: 550}))
    });
    const one = await office.released();
    expect(await office.deliver()).toMatchObject([{failed: [{final: true}]}]);
    expect(await office.stateOf(one)).toBe("refused");
  });

  it("does not take a misconfigured sender for a missing mailbox", async () => {
    await office.serve({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error("no"), {responseCode: 550}))
    });
    const one = await office.released();
    expect(await office.deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect(await office.stateOf(one)).toBe("sending");
  });

  it.each([
    ["never greets", {onConnect: () => {}}],
    ["never answers the recipient", {onRcptTo: () => {}}]
  ])("is not kept for ever by a server that %s", async (_name, options) => {
    await office.serve(options);
    const one = await office.released();
    expect(await office.deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect(await office.stateOf(one)).toBe("sending");
  });

  it("is given up in time on a server that is never quite silent", async () => {
    await office.serve({onRcptTo: () => {}});
    const one = await office.released();
    const hasty = {...office.plant, mailLimits: {connectMs: 5000, silentMs: 20_000, totalMs: 400}};
    expect(await runDue(hasty, {jobs: ["deliver"]})).toMatchObject([
      {failed: [{final: false, error: "no answer in time"}]}
    ]);
    expect(await office.stateOf(one)).toBe("sending");
  });
});

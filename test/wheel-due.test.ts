import {describe, expect, it} from "vitest";
import {defaultWheel} from "../queries/reference/wheel.ts";
import {cameKey, packageCandidates, refreshCandidates, type WheelFacts} from "../queries/reference/wheel-candidates.ts";
import {danishClock, dateOf} from "../queries/reference/wheel-dates.ts";
import {type Clock, due, leaseMs, nextTry} from "../queries/reference/wheel-due.ts";
import type {Slot} from "../queries/registry/slots.ts";
import {cameWith, factsOf, slotOf} from "./wheel-facts.ts";

const at = (text: string) => new Date(text);
const clockAt = (text: string, isAlive: Clock["isAlive"] = () => null): Clock => ({now: at(text), isAlive});
const schoolInputs = ["pupils", "absence", "staffing", "staff-absence", "wellbeing", "grades"];
const school = "packages/school-packages-autumn/751/751001/2026-H1";
const complete = factsOf({came: cameWith("2026-H1", "2026-08-20T08:00:00.000Z", ...schoolInputs)});

function decisionOf(id: string, facts: WheelFacts, clock: Clock, slots: readonly Slot[] = []) {
  const ledger = new Map(slots.map((slot) => [slot.id, slot]));
  return due(packageCandidates(facts, clock.now), ledger, clock).find(({candidate}) => candidate.id === id);
}
const actionAt = (text: string, facts: WheelFacts, slots: readonly Slot[] = []) => {
  const decision = decisionOf(school, facts, clockAt(text), slots);
  return decision && [decision.action, decision.why.code];
};

describe("packageCandidates(facts, now)", () => {
  it("opens at five in the morning of the window's first day, with all inputs there", () => {
    expect(actionAt("2026-10-19T20:00:00Z", complete)).toBeUndefined();
    expect(actionAt("2026-10-20T02:59:59Z", complete)).toEqual(["wait", "before-window"]);
    expect(actionAt("2026-10-20T03:00:00Z", complete)).toEqual(["run", "inputs-came"]);
  });
  it("waits for what is missing until the deadline, then goes without it and says what", () => {
    const facts = factsOf({came: cameWith("2026-H1", "2026-08-20T08:00:00.000Z", "pupils", "absence")});
    const waits = decisionOf(school, facts, clockAt("2026-10-25T12:00:00Z"))!;
    expect(waits).toMatchObject({
      action: "wait",
      why: {
        code: "inputs-missing",
        missing: ["staffing", "staff-absence", "wellbeing", "grades"],
        deadline: "2026-11-02"
      }
    });
    expect(actionAt("2026-11-02T03:59:00Z", facts)).toEqual(["wait", "inputs-missing"]);
    expect(actionAt("2026-11-02T04:00:00Z", facts)).toEqual(["run", "deadline"]);
  });
  it("builds nothing where nothing has come, and does as soon as something does", () => {
    expect(actionAt("2026-11-20T08:00:00Z", factsOf())).toEqual(["wait", "nothing-came"]);
    const late = factsOf({came: cameWith("2026-H1", "2026-11-19T08:00:00.000Z", "absence")});
    expect(actionAt("2026-11-20T08:00:00Z", late)).toEqual(["run", "deadline"]);
  });
  it("does not wait for what the municipality is exempt from", () => {
    const came = cameWith("2026-H1", "2026-08-20T08:00:00.000Z", ...schoolInputs.filter((each) => each !== "absence"));
    expect(actionAt("2026-10-21T08:00:00Z", factsOf({came, isExempt: (standard) => standard === "absence"}))).toEqual([
      "run",
      "inputs-came"
    ]);
  });
  it("waits for the release of what has come", () => {
    const lake = {fingerprint: "f", released: false, since: "2026-10-20T00:00:00Z", changedAt: "2026-10-20T00:00:00Z"};
    const now = "2026-10-21T08:00:00Z";
    expect(actionAt(now, {...complete, lake: {...lake, ownReleased: false}})).toEqual(["wait", "needs-refresh"]);
    expect(actionAt(now, {...complete, lake: {...lake, ownReleased: true}})).toEqual(["run", "inputs-came"]);
    expect(actionAt(now, {...complete, release: null})).toEqual(["wait", "needs-refresh"]);
  });
  it("has one for each unit of the entry's kinds that exists at the period's end", () => {
    const closed = complete.units.map((unit) => ({...unit, validTo: unit.kind === "daycare" ? "2025-12-31" : null}));
    const ids = packageCandidates({...complete, units: closed}, at("2026-11-10T08:00:00Z")).map(({id}) => id);
    const autumn = ids.filter((id) => id.includes("autumn") && id.endsWith("2026-H1"));
    expect(autumn.toSorted()).toEqual([
      "packages/area-packages-autumn/751/751-O1/2026-H1",
      "packages/councillor-packages-autumn/751/751/2026-H1",
      "packages/leisure-packages-autumn/751/F75101/2026-H1",
      "packages/municipality-packages-autumn/751/751/2026-H1",
      "packages/school-packages-autumn/751/751001/2026-H1"
    ]);
  });
  it.each([
    ["2026-10-25", "2026-10-25T04:00:00.000Z"],
    ["2027-03-28", "2027-03-28T03:00:00.000Z"],
    ["2028-02-29", "2028-02-29T04:00:00.000Z"]
  ])("is due once at five, Danish time, on %s", (day, instant) => {
    const [, month, date] = day.split("-").map(Number) as [number, number, number];
    const one = {month, day: date};
    const entries = defaultWheel
      .filter(({id}) => id === "school-packages-autumn")
      .map((entry) => ({...entry, window: {from: one, to: one}}));
    const facts = factsOf({release: {id: "r", period: "2030-H2", createdAt: "2026-01-01T00:00:00Z"}}, entries);
    const came = new Map(
      schoolInputs.flatMap((standard) =>
        ["2025-H2", "2026-H1", "2026-H2", "2027-H2", "2024/25", "2025/26", "2026/27"].map((period) => [
          cameKey(standard, period),
          "2026-01-01T00:00:00.000Z"
        ])
      )
    );
    const hours: string[] = [];
    let slots: readonly Slot[] = [];
    for (
      let time = Date.parse(`${day}T00:00Z`) - 86_400_000;
      time < Date.parse(`${day}T00:00Z`) + 2 * 86_400_000;
      time += 1_800_000
    ) {
      const decisions = due(
        packageCandidates({...facts, came}, new Date(time)),
        new Map(slots.map((slot) => [slot.id, slot])),
        {now: new Date(time), isAlive: () => null}
      ).filter(({action, candidate}) => action === "run" && danishClock(at(candidate.dueAt)).date === day);
      hours.push(...decisions.map(() => new Date(time).toISOString()));
      slots = [...slots, ...decisions.map(({candidate}) => slotOf(candidate.id, {state: "done"}))];
    }
    expect(hours).toEqual([instant]);
    expect(dateOf(one, 2027)).toBe(`2027-${String(month).padStart(2, "0")}-${month === 2 ? "28" : String(date)}`);
  });
});

describe("refreshCandidates(facts, now)", () => {
  const lake = {
    ...{fingerprint: "abc", released: false, ownReleased: false},
    ...{since: "2026-08-20T08:00:00.000Z", changedAt: "2026-08-20T08:05:00.000Z"}
  };
  it("waits until deliveries have stopped coming for ten minutes", () => {
    expect(refreshCandidates({lake}, at("2026-08-20T08:14:00Z"))).toMatchObject([
      {id: "refresh/abc", ready: false, why: {code: "settling", until: "2026-08-20T08:15:00.000Z"}}
    ]);
    expect(refreshCandidates({lake}, at("2026-08-20T08:15:00Z"))).toMatchObject([{ready: true}]);
  });
  it("waits an hour at most, however many keep coming", () => {
    const busy = {...lake, changedAt: "2026-08-20T08:59:00.000Z"};
    expect(refreshCandidates({lake: busy}, at("2026-08-20T09:00:00Z"))).toMatchObject([{ready: true}]);
  });
  it("calls for nothing when all is released or nothing is there", () => {
    expect(refreshCandidates({lake: {...lake, released: true}}, at("2026-08-21T00:00:00Z"))).toEqual([]);
    expect(refreshCandidates({lake: null}, at("2026-08-21T00:00:00Z"))).toEqual([]);
  });
});

describe("due(candidates, slots, clock)", () => {
  it("does once what was missed while nothing ran, and only the newest of it", () => {
    const came = new Map([
      ...cameWith("2025-H2", "2026-01-20T08:00:00.000Z", ...schoolInputs),
      ...cameWith("2026-H1", "2026-08-20T08:00:00.000Z", ...schoolInputs)
    ]);
    const near = defaultWheel.map((entry) =>
      entry.id === "school-packages-spring"
        ? {...entry, window: {from: {month: 10, day: 1}, to: {month: 10, day: 10}}, period: {...entry.period, step: -2}}
        : entry
    );
    const clock = clockAt("2026-12-24T10:00:00Z");
    const decisions = due(packageCandidates(factsOf({came}, near), clock.now), new Map(), clock);
    const own = decisions.filter(({candidate}) => candidate.unit === "751001");
    expect(own.map(({candidate, action}) => [candidate.period, action])).toEqual([
      ["2025-H2", "supersede"],
      ["2026-H1", "run"]
    ]);
  });
  it("does what was missed for months, but not what is older than the next half-year's", () => {
    const spring = "packages/school-packages-spring/751/751001/2025-H2";
    const facts = factsOf({came: cameWith("2025-H2", "2026-01-20T08:00:00.000Z", ...schoolInputs)});
    expect(decisionOf(spring, facts, clockAt("2026-08-22T10:00:00Z"))?.action).toBe("run");
    expect(decisionOf(spring, facts, clockAt("2026-10-01T10:00:00Z"))).toBeUndefined();
  });
  it("leaves an older one to be done while the newer cannot be", () => {
    const came = cameWith("2025-H2", "2026-01-20T08:00:00.000Z", ...schoolInputs);
    const clock = clockAt("2026-08-22T10:00:00Z");
    const spring = "packages/school-packages-spring/751/751001/2025-H2";
    expect(decisionOf(spring, factsOf({came}), clock)?.action).toBe("run");
  });
  it.each(["done", "failed", "skipped", "superseded", "cancelled"] as const)("never does again what is %s", (state) => {
    expect(actionAt("2026-10-21T08:00:00Z", complete, [slotOf(school, {state})])).toEqual(["over", "ended"]);
  });
  it("keeps to the same slot when the wheel moves the window in mid-year, to before or after now", () => {
    for (const month of [9, 11]) {
      const moved = defaultWheel.map((entry) =>
        entry.id === "school-packages-autumn"
          ? {...entry, window: {from: {month, day: 10}, to: {month, day: 20}}}
          : entry
      );
      const facts = factsOf({came: complete.came}, moved);
      const done = slotOf(school, {state: "done"});
      const decisions = due(packageCandidates(facts, at("2026-12-01T08:00:00Z")), new Map([[school, done]]), {
        ...clockAt("2026-12-01T08:00:00Z")
      });
      expect(
        decisions.filter(
          ({candidate, action}) =>
            candidate.id.startsWith("packages/school-packages-autumn/751/751001/2026") && action === "run"
        )
      ).toEqual([]);
    }
  });
  it("cancels what waits when the wheel no longer calls for it", () => {
    const without = factsOf(
      {came: complete.came},
      defaultWheel.filter(({id}) => id !== "school-packages-autumn")
    );
    const waiting = slotOf(school, {nextTryAt: "2026-10-22T00:00:00.000Z"});
    expect(actionAt("2026-10-21T08:00:00Z", without, [waiting])).toEqual(["cancel", "off-wheel"]);
    const running = slotOf(school, {state: "running", leaseOwner: "a", leaseUntil: "2026-10-21T08:01:00.000Z"});
    expect(actionAt("2026-10-21T08:00:00Z", without, [running])).toEqual(["wait", "leased"]);
    expect(actionAt("2026-10-21T08:02:00Z", without, [running])).toEqual(["cancel", "off-wheel"]);
  });
  it("tries again after the waiting time", () => {
    const waiting = slotOf(school, {nextTryAt: "2026-10-21T08:05:00.000Z", endedAt: "2026-10-21T08:00:00.000Z"});
    expect(actionAt("2026-10-21T08:04:00Z", complete, [waiting])).toEqual(["wait", "retry"]);
    expect(actionAt("2026-10-21T08:05:00Z", complete, [waiting])).toEqual(["run", "inputs-came"]);
  });
  it("does not wait a year for a retry that was set by a clock a year ahead", () => {
    const waiting = slotOf(school, {nextTryAt: "2027-10-21T08:05:00.000Z", endedAt: "2027-10-21T08:00:00.000Z"});
    expect(actionAt("2026-10-21T08:00:00Z", complete, [waiting])).toEqual(["run", "inputs-came"]);
  });
  it("leaves a running one to its holder until the lease ends, and not longer", () => {
    const leased = slotOf(school, {state: "running", leaseOwner: "a", leaseUntil: "2026-10-21T08:01:00.000Z"});
    expect(actionAt("2026-10-21T08:00:00Z", complete, [leased])).toEqual(["wait", "leased"]);
    expect(actionAt("2026-10-21T08:01:00Z", complete, [leased])).toEqual(["run", "taken-over"]);
  });
  it("takes over at once from a holder that is known to be gone", () => {
    const leased = slotOf(school, {state: "running", leaseOwner: "a", leaseUntil: "2026-10-21T08:01:00.000Z"});
    expect(
      decisionOf(
        school,
        complete,
        clockAt("2026-10-21T08:00:00Z", () => false),
        [leased]
      )?.action
    ).toBe("run");
  });
  it("cuts short a lease that was given by a clock far ahead", () => {
    const ahead = new Date(Date.parse("2026-10-21T08:00:00Z") + 10 * leaseMs).toISOString();
    const leased = slotOf(school, {state: "running", leaseOwner: "a", leaseUntil: ahead});
    expect(actionAt("2026-10-21T08:00:00Z", complete, [leased])).toEqual(["shorten", "leased"]);
  });
  it("does the same thing once while the clock jumps forth and back", () => {
    let slots: readonly Slot[] = [];
    let runs = 0;
    for (const now of [
      "2026-10-20T04:00Z",
      "2026-10-21T05:00Z",
      "2026-10-20T02:00Z",
      "2027-01-02T00:00Z",
      "2026-10-22T00:00Z"
    ]) {
      if (actionAt(now, complete, slots)?.[0] !== "run") continue;
      runs++;
      slots = [slotOf(school, {state: "done", endedAt: now})];
    }
    expect(runs).toBe(1);
  });
  it("stops beginning what has never once come to an end", () => {
    const stuck = slotOf(school, {state: "running", starts: 201, leaseUntil: "2026-10-21T07:00:00.000Z"});
    expect(actionAt("2026-10-21T08:00:00Z", complete, [stuck])).toEqual(["give-up", "cut-off"]);
  });
  it("releases before it builds", () => {
    const lake = {
      fingerprint: "f",
      released: false,
      ownReleased: true,
      since: "2026-10-01T00:00:00Z",
      changedAt: "2026-10-01T00:00:00Z"
    };
    const now = at("2026-10-21T08:00:00Z");
    const candidates = [...packageCandidates(complete, now), ...refreshCandidates({lake}, now)];
    expect(due(candidates, new Map(), clockAt("2026-10-21T08:00:00Z"))[0]?.candidate.job).toBe("refresh");
  });
});

describe("nextTry(job, attempts, now)", () => {
  it("waits longer each time and gives up in the end", () => {
    const now = at("2026-10-21T08:00:00Z");
    expect([1, 2, 3].map((attempts) => nextTry("packages", attempts, now)?.toISOString() ?? null)).toEqual([
      "2026-10-21T08:05:00.000Z",
      "2026-10-21T08:30:00.000Z",
      null
    ]);
    expect(nextTry("deliver", 7, now)).not.toBeNull();
    expect(nextTry("deliver", 8, now)).toBeNull();
  });
});

import {describe, expect, it} from "vitest";
import {authorize, type Grant, placeOf, reachOf, type Scope, type Subject, visitor} from "../queries/access.ts";
import {
  type Action,
  actions,
  mayHoldTogether,
  type Purpose,
  purposes,
  type Role,
  roles
} from "../queries/access-rules.ts";

const home: Readonly<Record<Role, Scope>> = {
  citizen: {kind: "self"},
  politician: {kind: "municipality", municipality: "751"},
  leader: {kind: "units", units: ["751014"]},
  "area-chief": {kind: "units", units: ["751-O1"]},
  "administration-chief": {kind: "municipality", municipality: "751"},
  analyst: {kind: "municipality", municipality: "751"},
  steward: {kind: "municipality", municipality: "751"},
  administrator: {kind: "municipality", municipality: "751"},
  auditor: {kind: "municipality", municipality: "751"}
};
const school = placeOf({municipalities: ["751"], units: ["751014", "751-O1"], owner: "me", editors: ["other"]});
const otherSchool = placeOf({municipalities: ["751"], units: ["751999", "751-O2"], owner: "other", editors: ["other"]});
const otherTown = placeOf({municipalities: ["740"], units: ["740001", "740-O1"], owner: "other", editors: ["other"]});

function holding(role: Role, more: Partial<Subject> = {}): Subject {
  const grants: readonly Grant[] = [{role, scope: home[role]}];
  return {id: "me", grants, secondFactor: true, purpose: null, ...more};
}

/** Written from the study of rights, not from the program's table: who may do what at home. */
const expected: Readonly<Record<Action, string>> = {
  "see-disclosed": "everyone",
  "sign-in": "everyone",
  "use-account": "signed-in",
  "see-own-record": "citizen",
  "open-case": "citizen",
  preview: "leader area-chief administration-chief analyst steward",
  "see-own-unit": "leader",
  "see-raw": "area-chief administration-chief analyst steward",
  "approve-raw-export": "administration-chief",
  "see-conversations": "leader area-chief administration-chief analyst steward",
  "write-conversation": "leader area-chief administration-chief",
  "write-findings": "leader area-chief administration-chief analyst steward",
  "sign-off": "area-chief administration-chief",
  "request-release": "steward",
  "approve-release": "area-chief administration-chief",
  "propose-definition": "analyst steward",
  "approve-definition": "steward",
  "see-deliveries": "analyst steward",
  "see-quarantine": "steward",
  deliver: "steward",
  "handle-reports": "steward",
  "manage-recipients": "administration-chief steward",
  "see-operations": "steward administrator",
  "run-operations": "steward administrator",
  "see-accounts": "administrator auditor",
  "manage-accounts": "administrator",
  "see-audit": "auditor"
};

describe("authorize(subject, action, resource)", () => {
  for (const action of actions)
    it(`lets ${expected[action]} ${action}, at home and nowhere else`, () => {
      const everyone = expected[action] === "everyone";
      expect(authorize(visitor, action, school).allowed).toBe(everyone);
      for (const role of roles)
        for (const purpose of purposes) {
          const subject = holding(role, {purpose});
          const may = everyone || expected[action] === "signed-in" || expected[action].split(" ").includes(role);
          const told = action !== "see-raw" || isReasonToLook(purpose);
          const where = `${role} ${action} for ${purpose}`;
          expect([where, authorize(subject, action, school).allowed]).toEqual([where, may && told]);
          expect([where, authorize(subject, action, otherTown).allowed]).toEqual([where, everyone]);
          const wide =
            role !== "leader" && role !== "area-chief" && role !== "citizen" && expected[action] !== "signed-in";
          expect([where, authorize(subject, action, otherSchool).allowed]).toEqual([
            where,
            everyone || (may && told && wide)
          ]);
        }
    });

  it("refuses what does not say where it belongs, except to who reaches everything", () => {
    expect(authorize(holding("steward"), "see-deliveries", placeOf({}))).toEqual({allowed: false, why: "scope"});
    const nationwide = {...holding("steward"), grants: [{role: "steward", scope: {kind: "nation"}}]} as const;
    expect(authorize(nationwide, "see-deliveries", placeOf({})).allowed).toBe(true);
  });

  it("refuses a file of two municipalities to the steward of one", () => {
    const shared = placeOf({municipalities: ["751", "740"]});
    expect(authorize(holding("steward"), "see-deliveries", shared)).toEqual({allowed: false, why: "scope"});
  });

  it("asks stewards and administrators for a second factor, and chiefs for a purpose where there are several", () => {
    const weak = {secondFactor: false};
    expect(authorize(holding("steward", weak), "deliver", school)).toEqual({allowed: false, why: "second-factor"});
    expect(authorize(holding("administrator", weak), "manage-accounts", school)).toMatchObject({why: "second-factor"});
    expect(authorize(holding("leader", weak), "write-conversation", school).allowed).toBe(true);
    expect(authorize(holding("area-chief"), "see-raw", school)).toEqual({allowed: false, why: "purpose"});
    expect(authorize(holding("area-chief", {purpose: "operations"}), "see-raw", school)).toMatchObject({
      why: "purpose"
    });
    expect(authorize(holding("area-chief", {purpose: "supervision"}), "see-raw", school)).toMatchObject({
      allowed: true,
      purpose: "supervision"
    });
  });

  it("lets nobody finish what they alone made, or what nobody is known to have made", () => {
    const made = (...editors: string[]) => ({...school, editors});
    for (const action of ["sign-off", "approve-release"] as const) {
      expect(authorize(holding("area-chief"), action, made("me"))).toEqual({allowed: false, why: "alone"});
      expect(authorize(holding("area-chief"), action, made())).toEqual({allowed: false, why: "alone"});
      expect(authorize(holding("area-chief"), action, made("me", "other")).allowed).toBe(true);
      expect(authorize(holding("area-chief"), action, made("other")).allowed).toBe(true);
    }
    expect(authorize(holding("steward"), "approve-definition", made("me"))).toEqual({allowed: false, why: "alone"});
  });

  it("shows an administrator no data, whatever other roles they have got hold of", () => {
    for (const role of roles.filter((each) => each !== "administrator")) {
      const both = {
        ...holding(role, {purpose: "quality"}),
        grants: [...holding(role).grants, ...holding("administrator").grants]
      };
      for (const action of actions) {
        const alone = authorize(holding("administrator", {purpose: "quality"}), action, school).allowed;
        const auditing = role === "auditor" && (action === "see-audit" || action === "see-accounts");
        expect([role, action, authorize(both, action, school).allowed]).toEqual([
          role,
          action,
          alone || auditing || action === "see-operations" || action === "run-operations"
        ]);
      }
    }
  });
});

describe("reachOf(subject, action)", () => {
  it("gives what a list may hold, and nothing to who may not", () => {
    expect(reachOf(holding("steward"), "see-deliveries")).toMatchObject({
      nation: false,
      municipalities: new Set(["751"])
    });
    expect(reachOf(holding("leader"), "see-own-unit").units).toEqual(new Set(["751014"]));
    const none = reachOf(holding("leader"), "see-deliveries");
    expect([none.nation, none.municipalities.size, none.units.size]).toEqual([false, 0, 0]);
    expect(reachOf(visitor, "see-disclosed").nation).toBe(true);
  });
});

describe("mayHoldTogether(roles)", () => {
  it("keeps administrators and auditors apart from all others", () => {
    expect(mayHoldTogether(["leader", "politician"])).toBe(true);
    expect(mayHoldTogether(["administrator", "administrator"])).toBe(true);
    expect(mayHoldTogether(["administrator", "steward"])).toBe(false);
    expect(mayHoldTogether(["administrator", "auditor"])).toBe(false);
    expect(mayHoldTogether(["auditor", "leader"])).toBe(false);
  });
});

function isReasonToLook(purpose: Purpose): boolean {
  return ["quality", "supervision", "statistics", "validation"].includes(purpose);
}

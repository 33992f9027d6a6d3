import {describe, expect, it} from "vitest";
import {recipientProblemText} from "../dashboards/recipient-problem.ts";
import type {Unit} from "../queries/model.ts";
import {type RecipientDraft, recipientProblems} from "../queries/recipient-rules.ts";
import type {Recipient} from "../queries/registry/recipients.ts";
import {fixtureUnits} from "./fixture-units.ts";

const units = new Map(fixtureUnits.map((unit) => [unit.id, unit as unknown as Unit]));
const draft: RecipientDraft = {
  ...{municipality: "751", name: "Bestyrelsen", kind: "committee", channel: "mail", address: "b@aarhus.dk"},
  ...{scope: "751014", language: "da", form: "attached", subscriptions: [{definition: "leader", unit: "*"}]}
};
const stored = (given: Partial<Recipient> = {}): Recipient => ({
  ...{...draft, id: "r", active: true, createdAt: "", version: 1},
  ...given
});
const judge = (change: Partial<RecipientDraft>, others: readonly Recipient[] = []) =>
  recipientProblems({...draft, ...change}, {settings: {domains: ["aarhus.dk"]}, units, others});
const subscribing = (definition: string, unit = "*") => ({subscriptions: [{definition, unit}]});

describe("recipientProblems(draft, facts)", () => {
  it("has nothing against a recipient that will get something", () => {
    expect(judge({})).toEqual([]);
    expect(judge({scope: "751", ...subscribing("area", "751-O1")})).toEqual([]);
    expect(judge({scope: "751", ...subscribing("councillor")})).toEqual([]);
  });

  it.each([
    ["no name", {name: " "}, "no-name"],
    ["a name without end", {name: "x".repeat(81)}, "long-name"],
    ["no address", {address: ""}, "no-address"],
    ["two addresses", {address: "a@aarhus.dk,b@aarhus.dk"}, "not-mail"],
    ["a line break", {address: "a@aarhus.dk\nBcc:x"}, "not-mail"],
    ["a domain that is not on the list", {address: "a@example.org"}, "domain"],
    ["no unit", {scope: ""}, "no-scope"],
    ["an unknown unit", {scope: "nope"}, "unit"],
    ["another municipality's unit", {scope: "740011"}, "outside"],
    ["a wider scope than the municipality", {scope: "082"}, "outside"],
    ["more than one municipality", {municipality: "082", scope: "082"}, "wide"],
    ["no edition", {subscriptions: []}, "no-edition"],
    ["an unknown edition", subscribing("nope"), "edition"],
    ["an edition that nothing below gets", subscribing("area"), "nowhere"],
    ["an edition that the very unit does not get", {scope: "751", ...subscribing("leader", "751-O1")}, "nowhere"],
    ["a unit beyond the scope", subscribing("leader", "751022"), "outside"]
  ] as const)("refuses %s, in a sentence in both languages", (_what, change, code) => {
    const problems = judge(change);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    for (const language of ["da", "en"] as const)
      expect(recipientProblemText(problems[0]!, language)).toMatch(/^\p{Lu}.*[.]$/su);
  });

  it("says that no domain has been allowed yet, rather than which", () =>
    expect(recipientProblems(draft, {settings: null, units, others: []})).toEqual([{code: "no-domains"}]));

  it.each([
    ["the same", stored(), true],
    ["in other letters", stored({address: "B@AARHUS.DK"}), true],
    ["of a wider scope", stored({scope: "751"}), true],
    ["of the very unit", stored({scope: "751", ...subscribing("leader", "751014")}), true],
    ["of another unit", stored({scope: "751022"}), false],
    ["of another edition", stored({scope: "751", ...subscribing("area")}), false],
    ["in another language", stored({language: "en"}), false],
    ["that is closed", stored({active: false}), false],
    ["by another channel", stored({channel: "folder"}), false]
  ] as const)("lets nobody get a package twice: one %s", (_what, other, isTwice) =>
    expect(judge({}, [other]).map(({code}) => code)).toEqual(isTwice ? ["duplicate"] : [])
  );
});

import {describe, expect, it} from "vitest";
import {pictureOf} from "../dashboards/charts/funnel-picture.ts";
import {funnelRow, funnelSizes, type Member, meanRemark, standingsOf} from "../dashboards/pages/funnel-standing.ts";
import {absence, factOf} from "./indicator-fixture.ts";

const values = [6, 6.1, 5.9, 6, 10, 2, 6];
const members: readonly Member[] = values.map((value, index) => ({
  name: `Skole ${index}`,
  fact: factOf(`S${index}`, "2025-H2", {value, persons: 400})
}));
const hidden: Member = {name: "Skole X", fact: factOf("SX", "2025-H2", {blank: "hidden"})};

describe("standingsOf(members, indicator, language)", () => {
  it("names those whom the drawing puts outside its limits, and no others", () => {
    const standing = standingsOf([...members, hidden], absence, "da")!;
    const rows = members.map(({fact, name}) => funnelRow(fact, name));
    const picture = pictureOf(rows, {language: "da", indicator: absence, ...funnelSizes.wide})!;
    const told = members.filter(({fact}) => ["above", "below"].includes(standing(fact)));
    expect(told.map(({name}) => name)).toEqual(picture.shown.filter(picture.isOutside).map(({name}) => name));
    expect(members.map(({fact}) => standing(fact)).slice(3, 6)).toEqual(["within", "above", "below"]);
  });
  it("says nothing of what is hidden, and the hidden change nobody's standing", () => {
    const [without, withHidden] = [members, [hidden, ...members]].map((all) => standingsOf(all, absence, "da")!);
    expect(withHidden!(hidden.fact)).toBe("none");
    for (const {fact} of members) expect(withHidden!(fact)).toBe(without!(fact));
  });
  it("has none for counts, for figures without uncertainty and for fewer than five", () => {
    expect(standingsOf(members, {...absence, measure: "count"}, "da")).toBeNull();
    expect(standingsOf(members, {...absence, interval: "none"}, "da")).toBeNull();
    expect(standingsOf([...members.slice(0, 4), hidden], absence, "da")).toBeNull();
  });
});

describe("meanRemark(members, language)", () => {
  it("says that the mean is of those shown where some are not", () => {
    expect(meanRemark([...members, hidden], "da")).toBe("Gennemsnittet er af de viste; 1 har intet tal.");
    expect(meanRemark(members, "da")).toBe("");
  });
});

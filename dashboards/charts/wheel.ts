/** The annual wheel as a drawing: months as sectors, a ring for each kind of entry, and today marked. */
import {daysBetween} from "../../queries/reference/wheel-dates.ts";
import type {EntryKind} from "../../queries/reference/wheel-entry.ts";
import {fontSizes, palette, roleColors} from "../theme.ts";
import {escapeText, openTag, short} from "./pen.ts";
import {angleOf, bandPath, fittingText, lanesOf, pointAt, type Span, spanOf, textPath} from "./wheel-arcs.ts";

/** How it goes with something on the wheel. */
export type WheelLook = "late" | "now" | "coming" | "done" | "cancelled";

export interface WheelItem {
  readonly kind: EntryKind;
  /** Days `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** What a pointer is told. */
  readonly tip: string;
  readonly look: WheelLook;
}

export interface WheelPicture {
  readonly year: number;
  readonly items: readonly WheelItem[];
  /** Null where today is not in the year. */
  readonly today: string | null;
  /** Width and height in CSS pixels. */
  readonly size: number;
  readonly words: WheelWords;
}

export interface WheelWords {
  readonly months: readonly string[];
  /** `22. november`, in two lines in the middle. */
  readonly today: readonly [string, string];
  /** What several of a kind are called together, longest first. */
  several(kind: EntryKind, count: number): readonly string[];
  /** What is said of those that are late, longest first. */
  late(count: number): readonly string[];
}

/** From the outside in. */
export const ringKinds = ["arrival", "package", "conversation", "meeting", "deadline"] as const;

export const kindColors: Readonly<Record<EntryKind, string>> = {
  arrival: roleColors.municipality,
  package: palette.own,
  conversation: roleColors.neighbours,
  meeting: roleColors.similar,
  deadline: roleColors.region
};

interface Cluster {
  readonly kind: EntryKind;
  readonly items: readonly WheelItem[];
  readonly look: WheelLook;
  readonly span: Span;
  readonly lane: number;
}

export function drawWheel(picture: WheelPicture): string {
  const {year, items, today, size} = picture;
  const rings = ringKinds.map((kind) =>
    clustersOf(
      items.filter((item) => item.kind === kind),
      year
    )
  );
  const place = placesOf(
    size,
    rings.map((ring) => 1 + Math.max(0, ...ring.map(({lane}) => lane)))
  );
  const texts: string[] = [];
  const shapes = [
    ...months(picture, place, texts),
    ...rings.flatMap((ring, index) => ring.map((cluster) => arc(cluster, picture, place, place.rings[index]!, texts))),
    ...(today ? [hand(angleOf(today, year), place)] : [])
  ];
  return `${openTag(size, size)}${shapes.join("")}${texts.join("")}${middle(picture, place)}</svg>`;
}

/** What begins and ends within a week of each other is one piece of the ring. */
function clustersOf(items: readonly WheelItem[], year: number): readonly Cluster[] {
  const groups: WheelItem[][] = [];
  for (const item of items.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const near = groups.find(([first]) => first && isNear(first, item));
    if (near) near.push(item);
    else groups.push([item]);
  }
  const spans = groups.map((group) => {
    const last = group
      .map(({to}) => to)
      .toSorted()
      .at(-1)!;
    return spanOf(group[0]!.from, last, year);
  });
  const lanes = lanesOf(spans);
  return groups.map((group, index) => ({
    kind: group[0]!.kind,
    items: group,
    look: lookOf(group),
    span: spans[index]!,
    lane: lanes[index]!
  }));
}

function isNear(a: WheelItem, b: WheelItem): boolean {
  const isApart = (a.look === "cancelled") !== (b.look === "cancelled");
  return !isApart && Math.abs(daysBetween(a.from, b.from)) <= 7 && Math.abs(daysBetween(a.to, b.to)) <= 7;
}

function lookOf(items: readonly WheelItem[]): WheelLook {
  const looks = (["late", "now", "coming", "done"] as const).find((look) => items.some((item) => item.look === look));
  return looks ?? "cancelled";
}

interface Places {
  readonly center: number;
  readonly outer: number;
  readonly inner: number;
  readonly font: number;
  readonly lane: number;
  /** The outer radius of each ring. */
  readonly rings: readonly number[];
}

const laneGap = 2;

/** The rings share the room between the months' names and the middle, by their lanes. */
function placesOf(size: number, lanes: readonly number[]): Places {
  const center = size / 2;
  const font = size >= 500 ? 11.5 : fontSizes.axis;
  const outer = center - 14;
  const inner = Math.max(size * 0.13, 42);
  const ringGap = size >= 500 ? 9 : 5;
  const first = outer - 2 * font - 6;
  const count = lanes.reduce((sum, each) => sum + each, 0);
  const room = first - inner - 10 - (lanes.length - 1) * ringGap;
  const lane = Math.min(26, room / count - laneGap);
  const rings = lanes.map(
    (_, index) => first - lanes.slice(0, index).reduce((sum, each) => sum + each * (lane + laneGap) + ringGap, 0)
  );
  return {center, outer, inner, font, lane, rings};
}

function months({year, today, words}: WheelPicture, place: Places, texts: string[]): readonly string[] {
  const {center, outer, inner, font} = place;
  return words.months.map((name, index) => {
    const from = angleOf(`${year}-${String(index + 1).padStart(2, "0")}-01`, year);
    const to = index === 11 ? 2 * Math.PI : angleOf(`${year}-${String(index + 2).padStart(2, "0")}-01`, year);
    const isNow = today !== null && Number(today.slice(5, 7)) === index + 1;
    const span = {from: from + 0.006, to: to - 0.006};
    const label = fittingText([name, name.slice(0, 3), name.slice(0, 1)], span, outer - font, font) ?? "";
    texts.push(curved(label, place, outer - font, span, isNow ? palette.text : palette.muted, isNow, texts.length));
    return `<path fill="${isNow ? "#dfe9f2" : "#f5f7f9"}" d="${bandPath(center, inner, outer, span)}"/>`;
  });
}

function arc(cluster: Cluster, picture: WheelPicture, place: Places, ring: number, texts: string[]): string {
  const {kind, items, look, span} = cluster;
  const outer = ring - cluster.lane * (place.lane + laneGap);
  const radius = outer - place.lane / 2;
  const least = 5 / radius;
  const wide = {from: span.from + 0.002, to: Math.max(span.to - 0.002, span.from + least)};
  const {fill, stroke, ink} = inkOf(kind, look);
  const label = fittingText(labelsOf(cluster, picture.words), wide, radius, place.font);
  if (label && place.lane >= place.font)
    texts.push(curved(label, place, radius, wide, ink, look !== "done", texts.length));
  const line = stroke ? ` stroke="${stroke}"${look === "cancelled" ? ' stroke-dasharray="3 2"' : ""}` : "";
  const tip = items.map((item) => item.tip).join("\n");
  const path = bandPath(place.center, outer - place.lane, outer, wide);
  return `<path fill="${fill}"${line} d="${path}"><title>${escapeText(tip)}</title></path>`;
}

function labelsOf({kind, items, look}: Cluster, words: WheelWords): readonly string[] {
  const [only] = items;
  const late = items.filter((item) => item.look === "late").length;
  if (items.length > 1) return look === "late" ? words.late(late) : words.several(kind, items.length);
  if (!only) return [];
  const short = only.title.split(",")[0]!;
  return [only.title, short, shortened(short, 4), shortened(short, 3), shortened(short, 2), shortened(short, 1)];
}

/** Its first words, so that a piece with little room still says what it is. */
function shortened(title: string, count: number): string {
  const words = title.split(" ");
  return words.length > count ? `${words.slice(0, count).join(" ")} …` : title;
}

function inkOf(
  kind: EntryKind,
  look: WheelLook
): {readonly fill: string; readonly stroke: string; readonly ink: string} {
  const color = kindColors[kind];
  if (look === "late") return {fill: palette.target, stroke: "", ink: palette.paper};
  if (look === "now") return {fill: color, stroke: "", ink: palette.paper};
  if (look === "done") return {fill: mixed(color, 0.24), stroke: "", ink: palette.text};
  return {fill: palette.paper, stroke: look === "cancelled" ? palette.hidden : color, ink: palette.text};
}

function mixed(color: string, part: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${parts
    .map((each) =>
      Math.round(255 - (255 - each) * part)
        .toString(16)
        .padStart(2, "0")
    )
    .join("")}`;
}

/** Names of lines in the drawing must differ between the drawings of a page; their widths do. */
function curved(
  text: string,
  {center, font}: Places,
  radius: number,
  span: Span,
  fill: string,
  bold: boolean,
  index: number
): string {
  if (!text) return "";
  const id = `hjul-${short(center)}-${index}`;
  return (
    `<path id="${id}" fill="none" d="${textPath(center, radius, span, font)}"/>` +
    `<text font-size="${font}" fill="${fill}"${bold ? ' font-weight="600"' : ""} text-anchor="middle">` +
    `<textPath href="#${id}" startOffset="50%">${escapeText(text)}</textPath></text>`
  );
}

function hand(angle: number, {center, inner, outer}: Places): string {
  const [near, far, end] = [inner, outer + 4, outer + 4].map((radius) => pointAt(center, radius, angle).map(short));
  return (
    `<path fill="none" stroke="${palette.paper}" stroke-width="4" d="M${near!.join(" ")}L${far!.join(" ")}"/>` +
    `<path fill="none" stroke="${palette.text}" stroke-width="2" d="M${near!.join(" ")}L${far!.join(" ")}"/>` +
    `<circle cx="${end![0]}" cy="${end![1]}" r="5" fill="${palette.text}"/>`
  );
}

function middle({year, today, words, size}: WheelPicture, {center}: Places): string {
  const large = size >= 500 ? 34 : 20;
  const small = size >= 500 ? 14 : 11;
  const line = (text: string, y: number, font: number, bold: boolean, fill: string) =>
    `<text x="${short(center)}" y="${short(y)}" font-size="${font}" text-anchor="middle" fill="${fill}"` +
    `${bold ? ' font-weight="600"' : ""}>${escapeText(text)}</text>`;
  if (!today) return line(String(year), center + large * 0.35, large, true, palette.own);
  return (
    line(words.today[0], center + large * 0.1, large, true, palette.own) +
    line(words.today[1], center + large * 0.1 + small * 1.4, small, false, palette.muted)
  );
}

/** One package: what it is, its files with sizes and checksums, and what it was made from. */
import type {Language, Manifest, Unit} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {capital} from "../first-letter.ts";
import {formatDate} from "../format.ts";
import {conversationHref, hrefOf, indicatorHref, issueFileHref, issueHref, standardHref, unitHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {fact} from "./fact.ts";
import {editionName, formatSize} from "./issue-row.ts";
import {signoffHref} from "./signoff-row.ts";

export interface IssueState {
  readonly language: Language;
  readonly manifest: Manifest;
  readonly builtAt: string;
  readonly replacedBy: string | null;
  readonly releasedAt: string | null;
  /** What it corrects and why, and what the newest corrects in it; empty where nothing. */
  readonly correction: string;
  readonly correctedBy: string;
  /** Whether this reader sees packages before they are out, and how they came out. */
  readonly maySign: boolean;
  /** Bytes of each file of the manifest, and of the manifest itself. */
  readonly sizes: Readonly<Record<string, number | null>>;
  readonly indicatorTitles: ReadonlyMap<string, string>;
  readonly standardTitles: ReadonlyMap<string, string>;
  readonly municipalities: ReadonlyMap<string, Unit>;
}

export function issueModel(state: IssueState) {
  const {language, manifest, replacedBy, correction, correctedBy, maySign} = state;
  const {issue, files} = manifest;
  const t = webTextOf(language).issue;
  const hrefOfFile = (file: string) => issueFileHref(issue, file, files[file]);
  return {
    heading: t.title(editionName(manifest.definition, language), manifest.unitName),
    period: capital(periodLabel(manifest.period, language)),
    demonstration: manifest.demonstration,
    packages: {href: hrefOf(language, "/pakker"), label: webTextOf(language).packages.title},
    unit: {href: unitHref(language, manifest.unit), label: manifest.unitName},
    conversation: conversationHref(language, manifest),
    replaced: replacedBy ? {href: issueHref(language, replacedBy), reason: correctedBy || null} : null,
    correction: correction ? {reason: correction, href: `${hrefOfFile("package.html")}#rettelse`} : null,
    signoff: maySign ? {href: signoffHref(language, issue)} : null,
    html: {href: hrefOfFile("package.html"), lang: manifest.language},
    pdf: {
      href: hrefOfFile("package.pdf"),
      lang: manifest.language,
      note: [manifest.pages > 0 && t.pages(manifest.pages), formatSize(state.sizes["package.pdf"] ?? null, language)]
        .filter(Boolean)
        .join(", ")
    },
    facts: factsOf(state),
    files: filesOf(state),
    definitionsTitle: t.definitions(manifest.definitions.length),
    definitions: manifest.definitions.map(({id, version, sha256}) => ({
      href: indicatorHref(language, id),
      title: state.indicatorTitles.get(id) ?? id,
      version: String(version),
      sha256
    })),
    extractsTitle: t.extracts(manifest.extracts.length),
    extracts: manifest.extracts.map(({standard, fileName}) => ({
      href: standardHref(language, standard),
      standard: state.standardTitles.get(standard) ?? standard,
      fileName
    })),
    groups: manifest.groups.map(({title, members, basis}) => ({
      title,
      basis,
      members: members.map((code) => state.municipalities.get(code)?.name ?? code).join(", ")
    }))
  };
}

function factsOf({language, manifest, builtAt, releasedAt, replacedBy}: IssueState) {
  const t = webTextOf(language);
  const link = (term: string, issue: string) => ({...fact(term, issue), href: issueHref(language, issue)});
  return [
    {...fact(t.issue.unit, manifest.unitName), href: unitHref(language, manifest.unit)},
    fact(t.issue.edition, editionName(manifest.definition, language)),
    fact(t.issue.period, periodLabel(manifest.period, language)),
    fact(t.issue.language, t.packages.languages[manifest.language]),
    fact(t.issue.number, String(manifest.number)),
    fact(t.issue.built, formatDate(builtAt, language)),
    ...(releasedAt ? [fact(t.issue.out, formatMoment(releasedAt, language))] : []),
    {...fact(t.issue.release, manifest.release), code: true},
    {...fact(t.issue.checksum, manifest.checksum), code: true, note: t.issue.checksumNote},
    ...(manifest.replaces ? [link(t.issue.replaces, manifest.replaces)] : []),
    ...(replacedBy ? [link(t.issue.replacedBy, replacedBy)] : [])
  ];
}

const fileOrder = ["package.html", "package.pdf", "data/", "datapackage.json", "manifest.json"];

function filesOf({language, manifest, sizes}: IssueState) {
  const place = (file: string) => fileOrder.findIndex((start) => file.startsWith(start)) >>> 0;
  return [...Object.keys(manifest.files), ...("manifest.json" in manifest.files ? [] : ["manifest.json"])]
    .toSorted((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((file) => ({
      file,
      href: issueFileHref(manifest.issue, file, manifest.files[file]),
      content: contentOf(file, language),
      size: formatSize(sizes[file] ?? null, language),
      sha256: manifest.files[file] ?? null
    }));
}

function contentOf(file: string, language: Language): string {
  const {kinds} = webTextOf(language).issue;
  if (file === "datapackage.json") return kinds.datapackage;
  if (file === "manifest.json") return kinds.manifest;
  const ending = file.slice(file.lastIndexOf(".") + 1);
  return ending in kinds ? kinds[ending as keyof typeof kinds] : kinds.other;
}

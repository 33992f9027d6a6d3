/** What stands around every page: title, languages, menu, and where the figures come from. */
import type {Action} from "../../queries/access-rules.ts";
import type {Language, ReleaseManifest} from "../../queries/model.ts";
import {formatDate} from "../format.ts";
import {hrefOf} from "../link.ts";
import {type WebText, webTextOf} from "../text-web.ts";

export const sections = ["packages", "indicators", "compare", "wheel", "deliveries", "standards", "about"] as const;
export type Section = (typeof sections)[number];
export const sectionPaths: Readonly<Record<Section, string>> = {
  packages: "/pakker",
  indicators: "/noegletal",
  compare: "/sammenlign",
  wheel: "/aarshjul",
  deliveries: "/datakvalitet",
  standards: "/standarder",
  about: "/om"
};

export interface Frame {
  readonly language: Language;
  readonly t: WebText;
  readonly title: string;
  readonly fullTitle: string;
  readonly description: string;
  readonly section: Section | null;
  readonly home: string;
  readonly about: string;
  readonly aboutYou: string;
  readonly other: {readonly language: Language; readonly href: string};
  readonly menu: readonly {readonly href: string; readonly label: string; readonly current: boolean}[];
  readonly demonstration: boolean;
  readonly release: string | null;
  readonly releaseId: string | null;
  readonly refresh: number | null;
  readonly signIn: string;
  readonly user: UserFrame | null;
  /** Whether conversations are to be pointed at: for who may hold them, and for who has not signed in. */
  readonly conversations: boolean;
  readonly asset: {
    readonly style: string;
    readonly font: string;
    readonly strong: string;
    readonly mark: string;
    readonly script: string;
  };
}

/** Who is signed in, and the pages that only some may open. */
export interface UserFrame {
  readonly name: string;
  readonly account: string;
  readonly signOut: string;
  readonly conversations: boolean;
  readonly tools: readonly {readonly href: string; readonly label: string}[];
}

export interface FrameState extends Pick<Frame, "language" | "title" | "section" | "refresh" | "asset"> {
  readonly description: string | null;
  /** The address without language, and its query with `?`. */
  readonly path: string;
  readonly search: string;
  readonly manifest: ReleaseManifest | null;
  /** The name of who is signed in. */
  readonly user: string | null;
  readonly may: (action: Action) => boolean;
}

export function frameOf(state: FrameState): Frame {
  const {language, title, path, search, manifest, section, refresh, asset} = state;
  const t = webTextOf(language);
  const other = language === "da" ? "en" : "da";
  return {
    language,
    t,
    title,
    fullTitle: path === "/" ? `${t.product} – ${t.tagline}` : `${title} – ${t.product}`,
    description: state.description ?? t.front.lead,
    section,
    home: hrefOf(language, "/"),
    about: hrefOf(language, "/om"),
    aboutYou: hrefOf(language, "/om-dine-data"),
    other: {language: other, href: hrefOf(other, path) + search},
    menu: sections.map((each) => ({
      href: hrefOf(language, sectionPaths[each]),
      label: t.nav[each],
      current: each === section
    })),
    demonstration: manifest?.demonstration ?? false,
    release: manifest ? t.footer.release(manifest.id, formatDate(manifest.createdAt, language)) : null,
    releaseId: manifest?.id ?? null,
    refresh,
    signIn: signInHref(state),
    user: userOf(state),
    conversations: state.user === null || state.may("see-conversations"),
    asset
  };
}

/** Back to this very page afterwards, unless it is about signing in. */
function signInHref({language, path, search}: FrameState): string {
  const plain = path === "/" || /^\/(?:log-ind|invitation)(?:\/|$)/.test(path);
  return hrefOf(language, "/log-ind") + (plain ? "" : `?til=${encodeURIComponent(hrefOf(language, path) + search)}`);
}

function userOf({user, language, may}: FrameState): UserFrame | null {
  if (user === null) return null;
  const {accountsPage, agreementsPage, citizen, conversation, deliveries, logPage, observationsPage, ...others} =
    webTextOf(language);
  const {operations, rowRequests, recipients, signoff, trialPage} = others;
  const tools = [
    {action: "see-own-record", path: "/mine-oplysninger", label: citizen.own.title},
    {action: "see-deliveries", path: "/leverancer", label: deliveries.title},
    {action: "see-conversations", path: "/samtaler", label: conversation.list.title},
    {action: "see-conversations", path: "/aftaler", label: agreementsPage.title},
    {action: "write-findings", path: "/fund", label: observationsPage.title},
    {action: "preview", path: "/godkendelse", label: signoff.title},
    {action: "see-raw", path: "/raekker", label: rowRequests.title},
    {action: "manage-recipients", path: "/modtagere", label: recipients.title},
    {action: "see-operations", path: "/drift", label: operations.title},
    {action: "see-accounts", path: "/brugere", label: accountsPage.title},
    {action: "manage-accounts", path: "/proevelogin", label: trialPage.title},
    {action: "see-audit", path: "/log", label: logPage.title}
  ] as const;
  return {
    name: user,
    account: hrefOf(language, "/konto"),
    signOut: hrefOf(language, "/log-ud"),
    conversations: may("see-conversations"),
    tools: tools.filter(({action}) => may(action)).map(({path, label}) => ({href: hrefOf(language, path), label}))
  };
}

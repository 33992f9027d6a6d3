import type {Cell, Language} from "../queries/model.ts";

/** The address of a page in a language; `path` begins with `/` and has its parts already encoded. */
export function hrefOf(language: Language, path: string): string {
  if (language === "da") return path;
  return path === "/" ? "/en" : `/en${path}`;
}

export const unitHref = (language: Language, id: string) => hrefOf(language, `/enheder/${encodeURIComponent(id)}`);
export const issueHref = (language: Language, issue: string) =>
  hrefOf(language, `/pakker/${encodeURIComponent(issue)}`);
export const standardHref = (language: Language, id: string) =>
  hrefOf(language, `/standarder/${encodeURIComponent(id)}`);
export const deliveryHref = (language: Language, id: string) =>
  hrefOf(language, `/leverancer/${encodeURIComponent(id)}`);

/** What is written about a unit over the package of a half-year; the usual template where none is named. */
export function conversationHref(
  language: Language,
  {unit, period, template}: {readonly unit: string; readonly period: string; readonly template?: string | null}
): string {
  return hrefOf(
    language,
    `/samtale/${[unit, period, ...(template ? [template] : [])].map(encodeURIComponent).join("/")}`
  );
}

/** `place`: the municipality or unit that the page is to show. */
export function indicatorHref(
  language: Language,
  id: string,
  place?: {municipality?: string | null; unit?: string | null}
) {
  const query = new URLSearchParams();
  if (place?.municipality) query.set("kommune", place.municipality);
  if (place?.unit) query.set("enhed", place.unit);
  const text = query.size > 0 ? `?${query}` : "";
  return hrefOf(language, `/noegletal/${encodeURIComponent(id)}`) + text;
}

/** A file of a package. The first part of its SHA-256 makes the address new when the bytes are. */
export function issueFileHref(issue: string, file: string, sha256: string | undefined): string {
  const path = file.split("/").map(encodeURIComponent).join("/");
  return `/pakker/${encodeURIComponent(issue)}/${path}${sha256 ? `?v=${sha256.slice(0, 12)}` : ""}`;
}

/** Everything behind one figure: how it was counted, from which extracts, by which definition. */
export function factHref(
  language: Language,
  {
    indicator,
    unit,
    period,
    category = ""
  }: Pick<Cell, "indicator" | "unit" | "period"> & Partial<Pick<Cell, "category">>
): string {
  const path = `/tal/${[indicator, unit, period.replace("/", "_")].map(encodeURIComponent).join("/")}`;
  return hrefOf(language, path) + (category ? `?gruppe=${encodeURIComponent(category)}` : "");
}

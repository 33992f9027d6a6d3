/** `POST /fejl`: a reader reports an error in a figure. */
import express from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {placeName} from "../../dashboards/pages/places.ts";
import {
  longestContact,
  longestText,
  type ReportNames,
  type ReportProblem,
  reportFormModel,
  reportModel,
  reportsModel
} from "../../dashboards/pages/report.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import type {Language, UnitId} from "../../queries/model.ts";
import {isPeriod, type PeriodId} from "../../queries/period.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {findErrorReport, listErrorReports, recordErrorReport} from "../../queries/registry/error-reports.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, found, languageOf, noQuery, released, send} from "../page.ts";
import {NotReleased} from "../release-holder.ts";
import {hourlyLimit} from "../sender-limit.ts";

const reportBody = z.strictObject({
  tal: z.string().regex(/^\/tal\/[^/?#]{1,80}\/[^/?#]{1,120}\/[^/?#]{4,20}(\?gruppe=[^&#]{1,80})?$/),
  tekst: z.string().max(20_000).transform(plainText),
  kontakt: z.string().max(2000).transform(plainText).default("")
});

const perHour = 20;

export function addReportPages(app: Routes, deps: Deps): void {
  app.post(
    "/fejl",
    hourlyLimit(perHour, ({report}) => report.tooMany),
    express.urlencoded({extended: false, limit: "64kb"}),
    (request, response) =>
      deps.releases.use(async (reader) => {
        const language = languageOf(response);
        const {tal, tekst, kontakt} = reportBody.parse(request.body ?? {});
        const problem = problemOf(tekst, kontakt);
        if (problem) {
          const model = reportFormModel({figure: tal, text: tekst, contact: kontakt}, problem, language);
          const {title} = webTextOf(language).report;
          return send(request, response, deps, reader, {page: "report-form", title, model, status: 422});
        }
        const registry = await deps.registry();
        if (!registry) throw new NotReleased();
        const cell = cellOf(tal, released({reader}));
        const {id: release} = released({reader}).manifest;
        const receivedAt = deps.now().toISOString();
        const number = await recordErrorReport(registry, {...cell, release, text: tekst, contact: kontakt, receivedAt});
        response.redirect(303, hrefOf(language, `/fejl/${number}`));
      })
  );
  addPage(app, deps, "/fejl", noQuery, async (ask) => {
    const registry = await deps.registry();
    const reports = registry ? await listErrorReports(registry) : [];
    const {list: title} = webTextOf(ask.language).report;
    return {page: "reports", title, model: reportsModel(reports, namesOf(released(ask), ask.language), ask.language)};
  });
  addPage(app, deps, "/fejl/:number", noQuery, async (ask) => {
    const number = ask.params.number!;
    const registry = /^F-[0-9A-Z]{6}$/.test(number) ? await deps.registry() : null;
    const report = found(registry ? await findErrorReport(registry, number) : undefined, "report", number);
    const title = `${webTextOf(ask.language).report.title} ${number}`;
    return {page: "report", title, model: reportModel(report, namesOf(released(ask), ask.language), ask.language)};
  });
}

function problemOf(text: string, contact: string): ReportProblem | null {
  if (holdsPersonNumber(text) || holdsPersonNumber(contact)) return "personNumber";
  if (text.length < 5) return "tooShort";
  if (text.length > longestText) return "tooLong";
  return contact.length > longestContact ? "contactTooLong" : null;
}

/** Line ends and control characters settled; nothing of it is ever read as markup. */
function plainText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === "\n" ? sign : ""))
    .trim();
}

/** The figure that the address names; it must be one that the release can name. */
function cellOf(address: string, {indicators, units, groups}: ReleaseReader) {
  const url = new URL(address, "http://local");
  const [indicator, unit, period] = url.pathname.split("/").slice(2).map(decodeURIComponent) as [
    string,
    string,
    string
  ];
  found(indicators.get(indicator), "indicator", indicator);
  found(units.get(unit as UnitId) ?? groups.find(({id}) => id === unit), "unit", unit);
  const written = period.replace("_", "/");
  found(isPeriod(written) ? written : undefined, "page", period);
  const category = url.searchParams.get("gruppe") ?? "";
  return {indicator, unit: unit as UnitId, period: written as PeriodId, category};
}

function namesOf({indicators, units, groups}: ReleaseReader, language: Language): ReportNames {
  return {
    indicators,
    unitName: (id) => {
      const unit = units.get(id as UnitId);
      return unit ? placeName(unit, language) : (groups.find((group) => group.id === id)?.title ?? id);
    }
  };
}

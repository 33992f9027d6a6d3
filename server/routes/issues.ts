import type {NextFunction, Request, Response} from "express";
import {z} from "zod";
import {issueModel} from "../../dashboards/pages/issue.ts";
import {editionName} from "../../dashboards/pages/issue-row.ts";
import {issuesModel} from "../../dashboards/pages/issues.ts";
import {signoffHref} from "../../dashboards/pages/signoff-row.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {authorize, type Subject} from "../../queries/access.ts";
import {languages, type Manifest, type UnitId} from "../../queries/model.ts";
import {listSignedIssues} from "../../queries/registry/signoffs.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {addPage, type Deps, found, languageOf, noQuery} from "../page.ts";
import {placeOfIssue} from "../signoff-desk.ts";
import {buildingOf} from "./building.ts";
import {fits, issueChoices, knownOf, type Narrowed} from "./issue-choices.ts";
import {listed} from "./listed.ts";
import {choice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const listQuery = z.strictObject({
  ...issueChoices,
  sprog: choice(z.enum(languages))
});

export function addIssuePages(app: Routes, deps: Deps): void {
  addPage(app, deps, "/pakker", listQuery, async ({query, language, reader}) => {
    const all = await deps.shelf.all();
    const building = await buildingOf(deps);
    const manifests = all.map(({manifest}) => manifest);
    const fitting = all.filter(
      ({manifest}) => fits(narrowed(manifest, reader), query) && (!query.sprog || manifest.language === query.sprog)
    );
    return {
      page: "issues",
      title: webTextOf(language).packages.title,
      section: "packages",
      refresh: building ? 5 : null,
      model: issuesModel({
        language,
        chosen: query,
        known: {
          ...knownOf(
            manifests.map((manifest) => narrowed(manifest, reader)),
            reader
          ),
          languages: [...new Set(manifests.map((manifest) => manifest.language))]
        },
        issues: await listed(fitting, deps.shelf),
        building
      })
    };
  });
  app.get("/pakker/:issue", (request, response, next) => towardsPreview(request, response, next, deps));
  addPage(app, deps, "/pakker/:issue", noQuery, async ({params, language, reader, subject}) => {
    const issue = found(await deps.shelf.find(params.issue!), "issue", params.issue!);
    const {manifest} = issue;
    const told = await toldOf(deps, manifest);
    const names = [...Object.keys(manifest.files), "manifest.json"];
    const sizes = await Promise.all(names.map(async (name) => [name, await deps.shelf.sizeOf(issue, name)] as const));
    const indicators = [...(reader?.indicators.values() ?? [])];
    return {
      page: "issue",
      title: webTextOf(language).issue.title(editionName(manifest.definition, language), manifest.unitName),
      section: "packages",
      model: issueModel({
        language,
        manifest,
        builtAt: issue.builtAt,
        replacedBy: issue.replacedBy,
        ...told,
        maySign: await mayPreview(deps, subject, manifest.issue),
        sizes: Object.fromEntries(sizes),
        indicatorTitles: new Map(indicators.map((each) => [each.id, titleOf(each, language)])),
        standardTitles: standardTitles(language),
        municipalities: reader?.units ?? new Map()
      })
    };
  });
}

/** Who may see it before it is out is led to where that is; for everybody else there is no such page. */
async function towardsPreview(request: Request, response: Response, next: NextFunction, deps: Deps): Promise<void> {
  const name = String(request.params.issue);
  if (await deps.shelf.find(name)) return next();
  if (!(await mayPreview(deps, whoOf(response).subject, name))) return next();
  response.redirect(303, signoffHref(languageOf(response), name));
}

async function mayPreview(deps: Deps, subject: Subject, name: string): Promise<boolean> {
  if (subject.id === null) return false;
  const place = await placeOfIssue(deps, name, false);
  return place !== null && authorize(subject, "preview", place).allowed;
}

/** When it was released, what it corrects, and what the newest corrects in it. */
async function toldOf({registry, now}: Deps, {unit, definition, language, period, issue}: Manifest) {
  const open = await registry();
  const filter = {unit, definition, language, period};
  const own = open ? await listSignedIssues(open, filter, now()) : [];
  const out = own.filter(({state}) => state === "released");
  const known = out.find((each) => each.issue === issue);
  const newest = out[0];
  return {
    releasedAt: known?.releaseAt ?? null,
    correction: known?.reason ?? "",
    correctedBy: newest && newest.issue !== issue ? newest.reason : ""
  };
}

function narrowed({unit, period, definition}: Manifest, reader: ReleaseReader | null): Narrowed {
  return {municipality: homeOf(unit, reader), period, definition};
}

/** The municipality that a unit lies in; the unit itself where it is one or is not known. */
export function homeOf(unit: UnitId, reader: ReleaseReader | null): string {
  return reader?.units.get(unit)?.municipality ?? unit;
}

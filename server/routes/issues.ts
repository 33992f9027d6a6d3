import {z} from "zod";
import {issueModel} from "../../dashboards/pages/issue.ts";
import {editionName} from "../../dashboards/pages/issue-row.ts";
import {issuesModel} from "../../dashboards/pages/issues.ts";
import {municipalitiesOf} from "../../dashboards/pages/places.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {languages, type UnitId} from "../../queries/model.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import type {Routes} from "../identity/routes.ts";
import type {BuiltIssue} from "../issue-shelf.ts";
import {addPage, type Deps, found, noQuery} from "../page.ts";
import {buildingOf} from "./building.ts";
import {listed} from "./listed.ts";
import {choice, municipalityChoice, periodChoice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const listQuery = z.strictObject({
  kommune: municipalityChoice,
  periode: periodChoice,
  udgave: choice(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)),
  sprog: choice(z.enum(languages))
});

export function addIssuePages(app: Routes, deps: Deps): void {
  addPage(app, deps, "/pakker", listQuery, async ({query, language, reader}) => {
    const all = await deps.shelf.all();
    const building = await buildingOf(deps);
    const fitting = all.filter((issue) => fits(issue, query, reader));
    const homes = new Set(all.map(({manifest}) => homeOf(manifest.unit, reader)));
    return {
      page: "issues",
      title: webTextOf(language).packages.title,
      section: "packages",
      refresh: building ? 5 : null,
      model: issuesModel({
        language,
        chosen: query,
        known: {
          municipalities: reader ? municipalitiesOf(reader.units).filter(({id}) => homes.has(id)) : [],
          periods: distinct(all.map(({manifest}) => manifest.period)),
          definitions: distinct(all.map(({manifest}) => manifest.definition)),
          languages: distinct(all.map(({manifest}) => manifest.language))
        },
        issues: await listed(fitting, deps.shelf),
        building
      })
    };
  });
  addPage(app, deps, "/pakker/:issue", noQuery, async ({params, language, reader}) => {
    const issue = found(await deps.shelf.find(params.issue!), "issue", params.issue!);
    const {manifest} = issue;
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
        sizes: Object.fromEntries(sizes),
        indicatorTitles: new Map(indicators.map((each) => [each.id, titleOf(each, language)])),
        standardTitles: standardTitles(language),
        municipalities: reader?.units ?? new Map()
      })
    };
  });
}

function fits({manifest}: BuiltIssue, query: z.infer<typeof listQuery>, reader: ReleaseReader | null): boolean {
  return (
    (!query.kommune || homeOf(manifest.unit, reader) === query.kommune) &&
    (!query.periode || manifest.period === query.periode) &&
    (!query.udgave || manifest.definition === query.udgave) &&
    (!query.sprog || manifest.language === query.sprog)
  );
}

/** The municipality that a unit lies in; the unit itself where it is one or is not known. */
export function homeOf(unit: UnitId, reader: ReleaseReader | null): string {
  return reader?.units.get(unit)?.municipality ?? unit;
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/** How lists of packages are narrowed: by municipality, period and edition. */
import {z} from "zod";
import type {IssueChoice, KnownIssues} from "../../dashboards/pages/issue-filters.ts";
import {municipalitiesOf} from "../../dashboards/pages/places.ts";
import {isPeriod} from "../../queries/period.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {choice, municipalityChoice, periodChoice} from "./query.ts";

export const issueChoices = {
  kommune: municipalityChoice,
  periode: periodChoice,
  udgave: choice(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/))
};

export interface Narrowed {
  readonly municipality: string;
  readonly period: string;
  readonly definition: string;
}

export function knownOf(issues: readonly Narrowed[], reader: ReleaseReader | null): KnownIssues {
  const homes = new Set(issues.map(({municipality}) => municipality));
  return {
    municipalities: reader ? municipalitiesOf(reader.units).filter(({id}) => homes.has(id)) : [],
    periods: [...new Set(issues.map(({period}) => period))].filter(isPeriod),
    definitions: [...new Set(issues.map(({definition}) => definition))]
  };
}

export function fits({municipality, period, definition}: Narrowed, {kommune, periode, udgave}: IssueChoice): boolean {
  return (
    (!kommune || municipality === kommune) && (!periode || period === periode) && (!udgave || definition === udgave)
  );
}

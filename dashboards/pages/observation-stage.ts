/** How far a finding has come on its way from the form to the readers. */
import {practiceSources} from "../../queries/classifications/observation-sources.ts";
import type {Language} from "../../queries/model.ts";
import type {ObservationEntry} from "../../queries/registry/observations.ts";
import {webTextOf} from "../text-web.ts";

export interface ObservationWay {
  /** When the findings of its municipality and period were last delivered; null where they never were. */
  readonly deliveredAt: string | null;
  /** When the active release was made; null where there is none. */
  readonly releasedAt: string | null;
}

type Stage = keyof ReturnType<typeof webTextOf>["observationsPage"]["stages"];

const badges: Readonly<Record<Stage, string>> = {
  withdrawn: "warning",
  refused: "error",
  waiting: "info",
  delivered: "info",
  hidden: "warning",
  shown: "success"
};

/** Fewer persons than this are hidden with what they said; see `jobs/findings.ts`. */
const fewestHeard = 5;

export function isSmall({count, source}: Pick<ObservationEntry, "count" | "source">): boolean {
  return count < fewestHeard && !practiceSources.includes(source);
}

export function stageOf(entry: ObservationEntry, way: ObservationWay): Stage {
  const {state, problem, changedAt} = entry;
  if (state === "withdrawn") return "withdrawn";
  if (problem !== "") return "refused";
  if (way.deliveredAt === null || way.deliveredAt < changedAt) return "waiting";
  if (isSmall(entry)) return "hidden";
  return way.releasedAt !== null && way.releasedAt >= way.deliveredAt ? "shown" : "delivered";
}

export function stageModel(entry: ObservationEntry, way: ObservationWay, language: Language) {
  const {observationsPage: t} = webTextOf(language);
  const stage = stageOf(entry, way);
  const isFew = entry.count < fewestHeard;
  return {
    label: t.stages[stage],
    badge: badges[stage],
    plain: badges[stage] === "warning",
    text: textOf(stage, isFew, entry, language),
    small: isSmall(entry) && (stage === "waiting" || stage === "delivered") ? t.stageTexts.hiddenLater : null
  };
}

function textOf(stage: Stage, isFew: boolean, {problem}: ObservationEntry, language: Language): string {
  const {stageTexts: t} = webTextOf(language).observationsPage;
  if (stage === "refused") return t.refused(problem);
  return stage === "shown" && isFew ? t.shownUncounted : t[stage];
}

/** Storing a finding, or showing the form again with what is wrong or asked. */
import type {Request, Response} from "express";
import {hrefOf} from "../dashboards/link.ts";
import {emptyDraft, type ObservationDraft} from "../dashboards/pages/observation-form.ts";
import type {ObservationEntry} from "../queries/registry/observations.ts";
import {changeObservation, writeObservation} from "../queries/registry/observations-write.ts";
import {log} from "./identity/log.ts";
import {whoOf} from "./identity/who.ts";
import {contextOf, type FormWish, formState} from "./observation-context.ts";
import {judgeDraft} from "./observation-draft.ts";
import {type Deps, found, languageOf, released, send} from "./page.ts";
import {NotReleased} from "./release-holder.ts";

interface Sent {
  readonly draft: ObservationDraft;
  /** Null for a new finding. */
  readonly entry: ObservationEntry | null;
}

/** Judges what was written; what is wrong or asked is shown again and nothing is stored. */
export async function save(request: Request, response: Response, deps: Deps, {draft, entry}: Sent): Promise<void> {
  const registry = await deps.registry();
  if (!registry) throw new NotReleased();
  const context = await deps.releases.use((reader) =>
    contextOf(deps, released({reader}), whoOf(response).subject, draft, entry)
  );
  const judged = judgeDraft(draft, context);
  const {written, confirmed} = judged;
  if (!written) return showForm(request, response, deps, {draft, entry, judged});
  const step = {
    ...{actor: actorOf(response), at: deps.now().toISOString()},
    reason: confirmed.length > 0 ? `confirmed:${confirmed.length}` : ""
  };
  const {municipality} = found(context.units.get(written.unit), "unit", written.unit);
  const id = entry
    ? (await changeObservation(registry, {id: entry.id, version: Number(draft.udgave)}, written, step)) && entry.id
    : await writeObservation(registry, String(municipality), written, step);
  if (!id) return showForm(request, response, deps, {draft: {...draftOf(entry!)}, entry, isStale: true});
  const what = entry ? "changed" : "written";
  await told(deps, response, id, {what, confirmed: confirmed.length});
  response.redirect(303, hrefOf(languageOf(response), `/fund/${id}?gjort=${what}`));
}

export function showForm(request: Request, response: Response, deps: Deps, wish: FormWish): Promise<void> {
  return deps.releases.use(async (reader) => {
    const {page, title, model, status} = await formState(
      deps,
      released({reader}),
      whoOf(response).subject,
      languageOf(response),
      wish
    );
    send(request, response, deps, reader, {page, title, model, status});
  });
}

export function draftOf(entry: ObservationEntry): ObservationDraft {
  const {unit, period, observedOn, theme, quality, source, assessment, count, finding, quote, version} = entry;
  return {
    ...emptyDraft,
    ...{enhed: unit, periode: period, dato: observedOn, tema: theme, kvalitet: quality, kilde: source},
    ...{vurdering: assessment, antal: String(count), fund: finding, citat: quote ?? "", udgave: String(version)},
    ...(quote !== null && {samtykke: "ja" as const})
  };
}

export function actorOf(response: Response): string {
  return whoOf(response).subject.id ?? "";
}

export function told(deps: Deps, response: Response, id: string, detail: Readonly<Record<string, string | number>>) {
  return log(deps, {actor: actorOf(response), action: "change", resource: `finding ${id}`, purpose: "quality", detail});
}

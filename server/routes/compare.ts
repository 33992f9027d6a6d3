import {z} from "zod";
import {compareView} from "../../dashboards/pages/compare-view.ts";
import {peersView} from "../../dashboards/pages/peers-view.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps} from "../page.ts";
import {addDownloads, liveOf} from "../view-page.ts";
import {choice, nameChoice, severalNames} from "./query.ts";

const compareQuery = z.strictObject({
  kommune: nameChoice,
  enhed: nameChoice,
  gruppe: severalNames,
  navn: z.string().max(60).optional(),
  omraade: nameChoice,
  tal: severalNames,
  kun: choice(z.literal("forskelle")),
  x: nameChoice,
  y: nameChoice
});

const weight = z.string().regex(/^\d{0,2}([.,]\d{0,4})?$/);
const peersShape = z
  .object({kommune: nameChoice, antal: nameChoice, tilfoej: nameChoice, resultat: nameChoice, ressource: nameChoice})
  .catchall(weight);
const peersQuery = peersShape.superRefine((query, context) => {
  const keys = Object.keys(query).filter((key) => !known.has(key) && !/^vaegt-[a-z0-9-]{1,60}$/.test(key));
  if (keys.length > 0) context.addIssue({code: "unrecognized_keys", keys, input: query});
});
const known = new Set(["kommune", "antal", "tilfoej", "resultat", "ressource"]);

export function addComparePages(app: Routes, deps: Deps): void {
  addDownloads(app, deps, "/sammenlign", compareQuery, compareView);
  addDownloads(app, deps, "/sammenlign/lignende", peersShape, peersView);
  addPage(app, deps, "/sammenlign", compareQuery, async (ask) => {
    const {compare} = webTextOf(ask.language);
    return {
      page: "compare",
      title: compare.title,
      description: compare.lead,
      section: "compare",
      model: {view: liveOf(compareView, ask)}
    };
  });
  addPage(app, deps, "/sammenlign/lignende", peersQuery, async (ask) => {
    const {peers} = webTextOf(ask.language);
    return {
      page: "peers",
      title: peers.title,
      description: peers.lead,
      section: "compare",
      model: {view: liveOf(peersView, ask)}
    };
  });
}

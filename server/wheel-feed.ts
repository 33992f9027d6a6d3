/** The page that tells the address of a calendar that was just made: only now, since it cannot be read back. */
import type {Request, Response} from "express";
import {type FeedState, feedModel} from "../dashboards/pages/wheel.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {originOf} from "./identity/origin.ts";
import {type Deps, languageOf, send} from "./page.ts";

export interface MadeFeed extends Pick<FeedState, "municipality" | "area"> {
  readonly token: string;
}

export function sendFeed(
  request: Request,
  response: Response,
  deps: Deps,
  reader: ReleaseReader | null,
  {municipality, area, token}: MadeFeed
): void {
  const language = languageOf(response);
  const address = `${originOf(request, deps.identity)}/kalender/${token}.ics`;
  const model = feedModel({language, municipality, area, address});
  const title = webTextOf(language).wheelPage.feedTitle;
  response.locals.isPrivate = true;
  send(request, response, deps, reader, {page: "wheel-feed", title, section: "wheel", model, status: 201});
}

/** The way through a list that is shown some at a time. */
import type {Language} from "../../queries/model.ts";
import {formatNumber} from "../format.ts";
import {webTextOf} from "../text-web.ts";

export interface Paged {
  readonly language: Language;
  /** Rows in all, and on each page. */
  readonly count: number;
  readonly perPage: number;
  /** The page that is shown, from 1. */
  readonly side: number;
  readonly address: (side: number) => string;
}

/** Null where everything is on one page. */
export function pagingOf({language, count, perPage, side, address}: Paged) {
  const pages = Math.ceil(count / perPage);
  if (pages <= 1) return null;
  const [page, all] = [side, pages].map((each) => formatNumber(each, 0, language));
  return {
    text: webTextOf(language).paging.page(page!, all!),
    previous: side > 1 ? address(side - 1) : null,
    next: side < pages ? address(side + 1) : null
  };
}

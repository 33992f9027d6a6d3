import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";

export interface ErrorState {
  readonly status: number;
  readonly title: string;
  readonly sentence: string;
  /** What the reader can quote and the log holds. */
  readonly id: string;
  readonly language: Language;
  /** What is missing is chosen on one's own account. */
  readonly isForAccount?: boolean;
}

export function errorModel({status, title, sentence, id, language, isForAccount}: ErrorState) {
  return {
    heading: title,
    sentence,
    id: status >= 500 && status !== 503 ? id : null,
    account: isForAccount ? hrefOf(language, "/konto") : null,
    home: hrefOf(language, "/"),
    links:
      status === 503
        ? []
        : (["/pakker", "/noegletal", "/datakvalitet", "/standarder"] as const).map((path, index) => ({
            href: hrefOf(language, path),
            section: (["packages", "indicators", "deliveries", "standards"] as const)[index]!
          })),
    search: status !== 503
  };
}

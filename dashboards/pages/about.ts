import {blanks, type Language} from "../../queries/model.ts";
import {explainBlank, formatBlank} from "../format.ts";
import {webTextOf} from "../text-web.ts";

export function aboutModel({language}: {readonly language: Language}) {
  const t = webTextOf(language).about;
  return {
    blanks: blanks.map((blank) => ({word: formatBlank(blank, language), explanation: explainBlank(blank, language)})),
    sources: t.sourceRows.map(([source, use, licence]) => ({source, use, licence}))
  };
}

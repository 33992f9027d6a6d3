/** The same partials as the server's, compiled when the script was bundled. */

import {partials} from "virtual:partials";
import Handlebars from "handlebars/runtime.js";
import type {Picture} from "../figure.ts";

for (const [name, spec] of Object.entries(partials)) Handlebars.registerPartial(name, Handlebars.template(spec));
Handlebars.registerHelper("drawing", (picture: Picture) => new Handlebars.SafeString(picture.svg()));

/** The markup of a partial; texts of the model are escaped. */
export function render(partial: string, context: object): string {
  const spec = partials[partial];
  if (!spec) throw new Error(`no such partial: ${partial}`);
  return Handlebars.template(spec)(context);
}

import type {Refusal} from "../../queries/access.ts";
import type {Action} from "../../queries/access-rules.ts";

/** Somebody may not do what they asked for; `why` decides what they are told. */
export class Refused extends Error {
  readonly action: Action;
  readonly why: Refusal;
  constructor(action: Action, why: Refusal) {
    super(`not allowed to ${action}: ${why}`);
    this.name = "Refused";
    this.action = action;
    this.why = why;
  }
}

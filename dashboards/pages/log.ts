import {type AuditAction, type AuditEntry, auditActions} from "../../queries/audit.ts";
import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";

export interface LogState {
  readonly language: Language;
  readonly entries: readonly AuditEntry[];
  readonly chosen: AuditAction | null;
  /** An account's id → its name. */
  readonly names: ReadonlyMap<string, string>;
  readonly answers: {readonly waiting: number; readonly answered: number};
}

export function logModel({language, entries, chosen, names, answers}: LogState) {
  const {logPage: t} = webTextOf(language);
  const options = [null, ...auditActions].map((action) => ({
    value: action ?? "",
    label: action ? t.actions[action] : t.all,
    selected: action === chosen
  }));
  return {
    action: hrefOf(language, "/log"),
    filters: [{name: "slags", label: t.kind, options}],
    count: t.count(entries.length),
    answers: t.answers(answers.answered, answers.waiting),
    rows: entries.map(({sequence, at, actor, action, resource, purpose, detail}) => ({
      sequence,
      at: formatMoment(at, language),
      actor: names.get(actor) ?? actor,
      action: t.actions[action],
      resource: resource.replace(/^account (\S+)$/, (_, id: string) => names.get(id) ?? id),
      purpose,
      detail: Object.entries(detail)
        .filter(([, value]) => value !== "" && value !== null)
        .map(([name, value]) => `${name}: ${value}`)
        .join(", ")
    }))
  };
}

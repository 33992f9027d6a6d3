/** The table of rights as everybody may read it: the very one that is decided by. */
import {type Action, actions, roles, rules} from "../../queries/access-rules.ts";
import type {Language} from "../../queries/model.ts";
import {webTextOf} from "../text-web.ts";

export function accessModel(language: Language) {
  const {access, accessPage: t} = webTextOf(language);
  return {
    roles: roles.map((role) => ({label: access.roles[role], text: access.roleTexts[role]})),
    rows: actions.filter((action) => action !== "sign-in").map((action) => rowOf(action, language)),
    rulesList: Object.values(t.rulesList)
  };
}

function rowOf(action: Action, language: Language) {
  const {accessPage: t} = webTextOf(language);
  const {who, purposes, notAlone} = rules[action];
  const notes = [notAlone ? t.notes.alone : "", purposes.length > 1 ? t.notes.purpose : ""].filter(Boolean);
  const all = typeof who === "string";
  return {
    label: t.actions[action],
    note: notes.join("; ") || null,
    everyone: who === "everyone",
    cells: roles.map((role) => ({may: all || who.includes(role)}))
  };
}

/** Keeps what is written in a form as it is written, part by part; the form's own button does the same without script. */
import {askAbout, askConflict, clearAsked, sayProblem} from "./autosave-asked.ts";

/** As the server says it of each part. */
export interface KeptPart {
  readonly part: string;
  readonly kept: boolean;
  readonly seen: string;
  readonly said: string | null;
  readonly conflict: {
    readonly text: string;
    readonly theirs: string;
    readonly fields: Readonly<Record<string, string>> | null;
  } | null;
  readonly asked: {
    readonly title: string;
    readonly text: string;
    readonly confirm: string;
    readonly tokens: string;
  } | null;
  readonly problem: string | null;
}

interface Desk {
  readonly form: HTMLFormElement;
  readonly waiting: Map<HTMLElement, ReturnType<typeof setTimeout>>;
  readonly confirmed: Set<string>;
  /** Parts of which something is under way, changed meanwhile, or still to be decided. */
  readonly busy: Set<HTMLElement>;
  readonly changed: Set<HTMLElement>;
  readonly undecided: Set<HTMLElement>;
}

const pause = 1200;
const patience = 5000;

export function makeAutosave(form: HTMLFormElement): void {
  const desk: Desk = {
    form,
    waiting: new Map(),
    confirmed: new Set(),
    busy: new Set(),
    changed: new Set(),
    undecided: new Set()
  };
  form.addEventListener("input", ({target}) => touch(desk, target as Element, pause));
  form.addEventListener("change", ({target}) => touch(desk, target as Element, 0));
  form.addEventListener("submit", () => {
    desk.changed.clear();
    desk.undecided.clear();
  });
  addEventListener("beforeunload", (event) => {
    if (desk.changed.size > 0 || desk.undecided.size > 0) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") for (const part of desk.changed) void save(desk, part);
  });
  makePrint();
  form.dataset.ready = "";
}

function touch(desk: Desk, field: Element, wait: number): void {
  const part = field.closest<HTMLElement>("[data-part]");
  if (!part || field.closest(".talk-ask")) return;
  desk.changed.add(part);
  showPrinted(part);
  clearTimeout(desk.waiting.get(part));
  desk.waiting.set(
    part,
    setTimeout(() => void save(desk, part), wait)
  );
}

/** An agreement is kept once it says what is agreed. */
function isReady(part: HTMLElement): boolean {
  if (!("agreement" in part.dataset)) return true;
  return (part.querySelector<HTMLTextAreaElement>("textarea")?.value.trim() ?? "") !== "" || !isNew(part);
}

/** Until the writer has chosen, nothing of theirs goes over what somebody else wrote. */
function isInConflict({undecided}: Desk, part: HTMLElement): boolean {
  return undecided.has(part) && part.querySelector("[data-take]") !== null;
}

function isNew(part: HTMLElement): boolean {
  return seenOf(part).value.startsWith("0.");
}

async function save(desk: Desk, part: HTMLElement): Promise<void> {
  clearTimeout(desk.waiting.get(part));
  desk.waiting.delete(part);
  if (!desk.changed.has(part) || desk.busy.has(part) || !isReady(part) || isInConflict(desk, part)) return;
  desk.busy.add(part);
  desk.changed.delete(part);
  const {form} = desk;
  say(form, form.dataset.saving!);
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: bodyOf(desk, part),
      headers: {accept: "application/json"},
      keepalive: document.visibilityState === "hidden"
    });
    if (response.redirected || !response.headers.get("content-type")?.includes("json")) throw new SignedOut();
    const {parts}: {readonly parts: readonly KeptPart[]} = await response.json();
    const kept = parts.find((each) => each.part === part.dataset.part);
    if (kept) show(desk, part, kept);
    else say(form, "");
  } catch (error) {
    desk.changed.add(part);
    say(form, error instanceof SignedOut ? form.dataset.signedOut! : form.dataset.failed!, true);
    desk.waiting.set(
      part,
      setTimeout(() => void save(desk, part), patience)
    );
  } finally {
    desk.busy.delete(part);
    if (desk.changed.has(part) && !desk.waiting.has(part)) void save(desk, part);
  }
}

class SignedOut extends Error {}

function bodyOf({confirmed}: Desk, part: HTMLElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const field of part.querySelectorAll<HTMLInputElement>("input[name],textarea[name],select[name]"))
    if (field.type !== "checkbox" || field.checked) body.set(field.name, field.value);
  if (confirmed.size > 0) body.set("confirmed.script", [...confirmed].join("|"));
  return body;
}

function show(desk: Desk, part: HTMLElement, {kept, seen, said, conflict, asked, problem}: KeptPart): void {
  const {form} = desk;
  desk.waiting.delete(part);
  desk.undecided.delete(part);
  clearAsked(part);
  const again = () => {
    desk.undecided.delete(part);
    clearAsked(part);
    desk.changed.add(part);
    void save(desk, part);
  };
  if (kept || conflict) seenOf(part).value = seen;
  if (kept) {
    const line = part.querySelector("[data-said]");
    if (line && said) line.textContent = said;
    say(form, `${form.dataset.saved} ${clock()}`);
    return;
  }
  desk.undecided.add(part);
  say(form, form.dataset.unsaved!, true);
  if (conflict) askConflict(part, conflict, again);
  else if (asked)
    askAbout(part, asked, () => {
      for (const token of asked.tokens.split("|")) desk.confirmed.add(token);
      again();
    });
  else if (problem) sayProblem(part, problem);
}

function seenOf(part: HTMLElement): HTMLInputElement {
  return part.querySelector<HTMLInputElement>("input[name^='v.']")!;
}

function say(form: HTMLFormElement, text: string, failed = false): void {
  const status = form.querySelector("[data-status]")!;
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle("talk-bar__status--failed", failed);
}

function clock(): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "da-DK", {
    timeStyle: "short",
    timeZone: "Europe/Copenhagen"
  });
  return format.format(new Date());
}

function makePrint(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-print]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
}

/** What is printed is the text itself, not the field that it was written in. */
function showPrinted(part: HTMLElement): void {
  const printed = part.querySelector("[data-printed]");
  const field = part.querySelector<HTMLTextAreaElement | HTMLInputElement>("textarea,input[type=date]");
  if (!printed || !field) return;
  printed.textContent = field.value;
  part.classList.toggle("talk-part--empty", field.value === "");
}

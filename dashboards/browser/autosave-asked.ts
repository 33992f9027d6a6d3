/** What the writer must decide, shown at the field that it is about. */
import type {KeptPart} from "./autosave.ts";

export function clearAsked(part: HTMLElement): void {
  for (const box of part.querySelectorAll(".talk-ask,.talk-problem")) box.remove();
}

/** Somebody else wrote meanwhile: mine stands in the field, theirs above it. */
export function askConflict(part: HTMLElement, conflict: NonNullable<KeptPart["conflict"]>, again: () => void): void {
  const box = boxOf("skabelon-konflikt", conflict.text);
  box.querySelector("[data-theirs]")!.textContent = conflict.theirs;
  const choose = (name: string, act: () => void) =>
    box.querySelector(`[data-${name}]`)!.addEventListener("click", () => {
      act();
      again();
      fieldOf(part)?.focus();
    });
  choose("mine", () => {});
  choose("take", () => take(part, conflict));
  if (conflict.fields) box.querySelector("[data-both]")!.remove();
  else
    choose("both", () => {
      const field = fieldOf(part)!;
      field.value = `${conflict.theirs}\n\n${field.value}`;
    });
  place(part, box);
}

function take(part: HTMLElement, {theirs, fields}: NonNullable<KeptPart["conflict"]>): void {
  if (!fields) {
    fieldOf(part)!.value = theirs;
    return;
  }
  for (const field of part.querySelectorAll<HTMLInputElement>("[name^='a.']"))
    field.value = fields[field.name.split(".").at(-1)!] ?? field.value;
}

export function askAbout(part: HTMLElement, asked: NonNullable<KeptPart["asked"]>, confirm: () => void): void {
  const box = boxOf("skabelon-spoerg", asked.text);
  box.querySelector("[data-title]")!.textContent = asked.title;
  const button = box.querySelector("[data-confirm]")!;
  button.textContent = asked.confirm;
  button.addEventListener("click", () => {
    confirm();
    fieldOf(part)?.focus();
  });
  place(part, box);
}

export function sayProblem(part: HTMLElement, problem: string): void {
  const line = document.createElement("p");
  line.className = "form-error-message talk-problem";
  line.setAttribute("role", "alert");
  line.textContent = problem;
  place(part, line);
}

function boxOf(template: string, text: string): HTMLElement {
  const source = document.querySelector<HTMLTemplateElement>(`#${template}`)!;
  const box = source.content.firstElementChild!.cloneNode(true) as HTMLElement;
  box.querySelector("[data-text]")!.textContent = text;
  return box;
}

/** Right above the first field, below its label and hint. */
function place(part: HTMLElement, box: HTMLElement): void {
  const fields = part.querySelector(".talk-agreement__fields");
  const at = fields ?? fieldOf(part)!;
  at.before(box);
}

function fieldOf(part: HTMLElement): HTMLTextAreaElement | HTMLInputElement | null {
  return part.querySelector("textarea,input[type=date]");
}

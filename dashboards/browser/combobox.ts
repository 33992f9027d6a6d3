/** Makes a search box offer what it finds while one writes; Enter without a choice still asks the server for the whole list. */
import type {HitsModel} from "../pages/front-search.ts";
import {webTextOf} from "../text-web.ts";

const pauseMs = 150;

interface Box {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly english: boolean;
  options: readonly HTMLElement[];
  at: number;
}

export function makeCombobox(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=search]");
  if (!input) return;
  const english = document.documentElement.lang === "en";
  const list = element("ul", {id: `${input.id}-forslag`, role: "listbox", class: "find__list nobullet-list"});
  list.setAttribute("aria-label", webTextOf(english ? "en" : "da").front.offered);
  list.hidden = true;
  const status = element("p", {role: "status", class: "sr-only"});
  input.closest(".find__row")?.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id
  }))
    input.setAttribute(name, value);
  const box: Box = {form, input, list, status, english, options: [], at: -1};
  listen(box);
}

function listen(box: Box): void {
  const {input, list} = box;
  const ask = asker(box);
  input.addEventListener("input", () => ask(input.value.trim()));
  input.addEventListener("keydown", (event) => {
    if (press(box, event.key, () => ask(input.value.trim()))) event.preventDefault();
  });
  input.addEventListener("blur", () => close(box));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = (event.target as HTMLElement).closest<HTMLElement>("[data-href]");
    if (option) location.assign(option.dataset.href!);
  });
}

/** True where the key has been dealt with. */
function press(box: Box, key: string, ask: () => void): boolean {
  const {options, at, list} = box;
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (list.hidden) ask();
    else if (options.length > 0) point(box, wrap(at + (key === "ArrowDown" ? 1 : -1), options.length));
    return true;
  }
  if (key === "Escape" && !list.hidden) {
    close(box);
    return true;
  }
  if (key !== "Enter" || at < 0) return false;
  location.assign(options[at]!.dataset.href!);
  return true;
}

/** −1 is the input itself, between the last option and the first. */
function wrap(at: number, count: number): number {
  return at < -1 ? count - 1 : at >= count ? -1 : at;
}

/** Asks when the reader pauses; an answer that comes too late is dropped. */
function asker(box: Box): (query: string) => void {
  let timer = 0;
  let turn = 0;
  return (query) => {
    const mine = ++turn;
    clearTimeout(timer);
    if (!query) return close(box);
    timer = window.setTimeout(async () => {
      const hits = await find(box, query).catch(() => null);
      if (mine === turn && hits && document.activeElement === box.input) show(box, hits);
    }, pauseMs);
  };
}

async function find({form, english}: Box, query: string): Promise<HitsModel | null> {
  const {question} = form.dataset;
  const search = new URLSearchParams({q: query, ...(question ? {spm: question} : {})});
  const response = await fetch(`${english ? "/en" : ""}/api/soeg?${search}`, {credentials: "same-origin"});
  return response.ok ? ((await response.json()) as HitsModel) : null;
}

function show(box: Box, {groups}: HitsModel): void {
  const {input, list, status, english} = box;
  list.replaceChildren(...groups.map(({title, links}, index) => groupOf(`${list.id}-${index}`, title, links)));
  box.options = [...list.querySelectorAll<HTMLElement>("[role=option]")];
  list.hidden = box.options.length === 0;
  input.setAttribute("aria-expanded", String(!list.hidden));
  status.textContent = webTextOf(english ? "en" : "da").front.options(box.options.length);
  point(box, -1);
}

function groupOf(id: string, title: string, links: HitsModel["groups"][number]["links"]): HTMLElement {
  const group = element("li", {role: "group", "aria-labelledby": id});
  const heading = element("span", {id, role: "presentation", class: "find__group"}, title);
  const options = links.map(({label, detail, href}, index) => {
    const option = element("span", {
      id: `${id}-${index}`,
      role: "option",
      "aria-selected": "false",
      class: "find__option"
    });
    option.dataset.href = href;
    option.append(element("span", {}, label), element("span", {class: "note"}, ` ${detail}`));
    return option;
  });
  group.append(heading, ...options);
  return group;
}

function point(box: Box, at: number): void {
  box.options[box.at]?.setAttribute("aria-selected", "false");
  box.at = at;
  const option = box.options[at];
  if (!option) {
    box.input.removeAttribute("aria-activedescendant");
    return;
  }
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({block: "nearest"});
  box.input.setAttribute("aria-activedescendant", option.id);
}

function close(box: Box): void {
  point(box, -1);
  box.list.hidden = true;
  box.status.textContent = "";
  box.input.setAttribute("aria-expanded", "false");
}

function element(tag: string, attributes: Readonly<Record<string, string>>, text = ""): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

/** Keeps the bars of what runs up to date from the server's events; the page is whole without. */
import {notify} from "./notice.ts";

/** As `batchRow` of the page makes them. */
interface Run {
  readonly key: string;
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly text: string;
}

export function followRunning(section: HTMLElement): void {
  const {running: address, finished, reload} = section.dataset;
  const list = section.querySelector("ul")!;
  const none = section.querySelector<HTMLElement>("[data-none]")!;
  const stream = new EventSource(address!);
  stream.addEventListener("forloeb", ({data}: MessageEvent<string>) => {
    const runs: readonly Run[] = JSON.parse(data);
    const before = list.childElementCount;
    for (const item of [...list.children] as HTMLElement[])
      if (!runs.some(({key}) => key === item.dataset.run)) item.remove();
    for (const run of runs) show(run, list);
    none.hidden = runs.length > 0;
    if (list.childElementCount < before) notify(finished!, {label: reload!, href: location.href});
  });
  addEventListener("pagehide", () => stream.close());
}

function show({key, name, done, total, text}: Run, list: Element): void {
  const known = [...list.children].find((item) => (item as HTMLElement).dataset.run === key);
  const item = known ?? list.appendChild(newItem(key, name));
  const bar = item.querySelector("progress")!;
  bar.max = total;
  bar.value = done;
  item.querySelector(".note")!.textContent = text;
}

function newItem(key: string, name: string): HTMLElement {
  const item = document.createElement("li");
  item.dataset.run = key;
  const [title, note] = [document.createElement("p"), document.createElement("p")];
  title.className = "running__name";
  title.textContent = name;
  note.className = "note";
  const bar = document.createElement("progress");
  bar.className = "building__bar";
  bar.setAttribute("aria-label", name);
  item.append(title, bar, note);
  return item;
}

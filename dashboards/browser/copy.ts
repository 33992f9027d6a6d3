/** Copies the page's address, which holds everything that is chosen, where the browser lets a page do that. */
import {speak} from "./notice.ts";

export function offerCopy(region: HTMLElement): void {
  if (!navigator.clipboard) return;
  region.dataset.copies = "";
  region.addEventListener("click", ({target}) => {
    const button = (target as HTMLElement).closest<HTMLElement>("[data-copy]");
    if (button) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    return; // the reader has said no; the address stands in the browser's own bar
  }
  const done = button.dataset.copy ?? "";
  button.textContent = done;
  speak(done);
}

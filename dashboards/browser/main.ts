/** What every page's script begins with. The page is whole without it. */
import {watchRelease} from "./watch.ts";

const {release} = document.body.dataset;
const region = document.querySelector<HTMLElement>("[data-view]");

const running = document.querySelector<HTMLElement>("[data-running]");
const search = document.querySelector<HTMLFormElement>("form[data-search]");
const written = document.querySelector<HTMLFormElement>("form[data-autosave]");

if (release) {
  watchRelease(release);
  if (search) whenIdle(() => void import("./combobox.ts").then(({makeCombobox}) => makeCombobox(search)));
  if (region) whenIdle(() => void import("./live.ts").then(({makeLive}) => makeLive(region, release)));
}

if (written) void import("./autosave.ts").then(({makeAutosave}) => makeAutosave(written));
if (running) whenIdle(() => void import("./running.ts").then(({followRunning}) => followRunning(running)));

/** Safari has no idle callback. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, {timeout: 500});
  else setTimeout(work, 50);
}

/** Says so when a new release has come while the page was open; the page itself keeps to the one it began with. */
import {webTextOf} from "../text-web.ts";
import {notify} from "./notice.ts";

const intervalMs = 60_000;

export function watchRelease(release: string): void {
  const look = async () => {
    if (document.hidden) return;
    const active = await activeRelease();
    if (!active || active === release) return;
    clearInterval(timer);
    const {live} = webTextOf(document.documentElement.lang === "en" ? "en" : "da");
    notify(live.newRelease, {label: live.reload, href: location.href});
  };
  const timer = setInterval(() => void look(), intervalMs);
  document.addEventListener("visibilitychange", () => void look());
}

async function activeRelease(): Promise<string | null> {
  try {
    const response = await fetch("/api/active", {signal: AbortSignal.timeout(10_000)});
    return response.ok ? ((await response.json()) as {release: string | null}).release : null;
  } catch {
    return null; // offline for a while: the page stands, and the next look may succeed
  }
}

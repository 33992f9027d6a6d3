/** Makes the view of a page follow its form without a round trip: address → slices → the same model and partial again. */
import type {Language} from "../../queries/model.ts";
import {type MunicipalityMap, mapKey} from "../municipality-map.ts";
import type {SliceKey} from "../slices.ts";
import {webTextOf} from "../text-web.ts";
import {type Address, searchOf, type View, type ViewModel} from "../view.ts";
import type {World} from "../world.ts";
import {offerCopy} from "./copy.ts";
import {openFetcher} from "./fetcher.ts";
import {attachFigures} from "./figures.ts";
import {mirrorSliders} from "./mirror.ts";
import {notify, speak} from "./notice.ts";
import {render} from "./render.ts";
import {views} from "./views.ts";

interface Live {
  readonly region: HTMLElement;
  readonly view: View;
  readonly language: Language;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly homes: readonly string[];
  readonly fetcher: ReturnType<typeof openFetcher>;
}

export async function makeLive(region: HTMLElement, release: string): Promise<void> {
  const {view: id, path, params} = region.dataset;
  const open = views[id ?? ""];
  if (!open || !path) return;
  const fetcher = openFetcher(release);
  const [homes, needs] = [wordsOf(region.dataset.homes), wordsOf(region.dataset.needs)];
  const fetched = [fetcher.world(homes), fetcher.slices(needs)];
  for (const each of fetched) each.catch(() => {}); // asked for again, and told of, by the first drawing
  const live: Live = {
    region,
    view: await open(),
    language: document.documentElement.lang === "en" ? "en" : "da",
    path,
    params: JSON.parse(params ?? "{}") as Record<string, string>,
    homes,
    fetcher
  };
  let turn = 0;
  const follow = async (change: () => void, query: Readonly<Record<string, string>>, url: string) => {
    const mine = ++turn;
    try {
      const model = await modelOf(live, query);
      if (mine !== turn) return;
      change();
      draw(live, model);
    } catch (error) {
      fail(live, error, url);
    }
  };
  listen(live, follow);
  await awaken(live);
}

function wordsOf(text: string | undefined): readonly string[] {
  return text ? text.split(" ") : [];
}

type Follow = (change: () => void, query: Readonly<Record<string, string>>, url: string) => Promise<void>;

/** The first drawing stands already: only its figures are made to answer. */
async function awaken(live: Live): Promise<void> {
  try {
    const model = await modelOf(live, queryOf(location.search));
    attachFigures(live.region, model.figures, live.language);
    live.region.dataset.ready = "";
  } catch (error) {
    fail(live, error, location.href);
  }
}

/** What is needed may change when the units of a municipality have come: then the place is known. */
async function modelOf(live: Live, query: Readonly<Record<string, string>>): Promise<ViewModel> {
  const {language, path, params, view, fetcher} = live;
  const address: Address = {language, path, params, query};
  const map = mapOf(live.region);
  const needsIn = (world: World) => view.needs(view.stateOf(address, world), world);
  const near = {...(await fetcher.world(live.homes)), map};
  const first = needsIn(near);
  const homes = new Set([...live.homes, ...first.flatMap((key) => /^places\/(\d+)$/.exec(key)?.[1] ?? [])]);
  const [whole, outline] = await Promise.all([
    fetcher.world([...homes]),
    map?.address && first.includes(mapKey) ? fetcher.outline(map.address) : null,
    fetcher.slices(first.filter(isSlice))
  ]);
  const world = {...whole, map: map && {...map, outline}};
  const slices = await fetcher.slices(needsIn(world).filter(isSlice));
  return view.model(view.stateOf(address, world), world, slices);
}

function isSlice(key: SliceKey): boolean {
  return key !== mapKey && !key.startsWith("places/");
}

function mapOf({dataset: {map}}: HTMLElement): MunicipalityMap | null {
  return map ? {...(JSON.parse(map) as Pick<MunicipalityMap, "address" | "problem">), outline: null} : null;
}

function draw({region, view, language}: Live, model: ViewModel): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : "";
  const open = [...region.querySelectorAll<HTMLDetailsElement>("details[open][id]")].map(({id}) => id);
  region.innerHTML = render(view.id, {...model, t: webTextOf(language)});
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus({preventScroll: true});
  attachFigures(region, model.figures, language);
  speak(model.spoken);
}

function listen({region, language, path}: Live, follow: Follow): void {
  const go = (query: Readonly<Record<string, string>>) => {
    const url = (language === "en" ? `/en${path}` : path) + searchOf(query);
    return follow(() => history.pushState(null, "", url), query, url);
  };
  mirrorSliders(region);
  offerCopy(region);
  let changed = 0;
  region.addEventListener("change", (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>("form[data-live]");
    if (!form) return;
    const query = queryOfForm(form);
    // Enter sends the form right after, and Tab moves on: neither may find it drawn anew already.
    changed = window.setTimeout(() => void go(query));
  });
  region.addEventListener("submit", (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>("form[data-live]");
    if (!form) return;
    event.preventDefault();
    clearTimeout(changed);
    void go(queryOfForm(form));
  });
  region.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-live]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void go(queryOf(new URL(link.href).search));
  });
  addEventListener("popstate", () => void follow(() => {}, queryOf(location.search), location.href));
}

function queryOf(search: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value));
}

/** Several boxes of one name become one value with commas. */
function queryOfForm(form: HTMLFormElement): Readonly<Record<string, string>> {
  const query: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value) query[name] = query[name] ? `${query[name]},${value}` : value;
  return query;
}

/** The page stays as it was; the reader may let the server draw it instead. */
function fail({language}: Live, error: unknown, url: string): void {
  const {live} = webTextOf(language);
  console.warn(error instanceof Error ? error.message : error);
  notify(live.failed, {label: live.retry, href: url});
}

import type {BenchResult} from "./result.ts";

/** What a reader's browser must fetch before a page is seen and before it answers, in kB of gzip. */
export async function weights(origin: string, page: string): Promise<readonly BenchResult[]> {
  const html = await fetched(origin + page);
  const style = /href="([^"]+\.css)"/.exec(html.text)?.[1];
  const script = /src="([^"]+\/main\.js)"/.exec(html.text)?.[1];
  if (!style || !script) throw new Error(`no style or script in ${page}`);
  const view = /data-view="([^"]+)"/.exec(html.text)?.[1] ?? "";
  return [
    heavy("HTML af en enheds side", html.size, 120),
    heavy("CSS", (await fetched(origin + style)).size, 40),
    heavy("script, før siden svarer", await scriptSize(origin + script, view), 250)
  ];
}

/** The first script, what it imports, and the view that the page names; not what is fetched when it is first needed. */
async function scriptSize(first: string, view: string): Promise<number> {
  const sizes = new Map<string, number>();
  const read = async (url: string): Promise<void> => {
    if (sizes.has(url)) return;
    sizes.set(url, 0);
    const {text, size} = await fetched(url);
    sizes.set(url, size);
    const still = [...text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)].map(([, path]) => path!);
    const later = [...text.matchAll(/import\(\s*["'`](\.\/[^"'`]+\.js)["'`]\s*\)/g)]
      .map(([, path]) => path!)
      .filter((path) => path.includes("/live-") || path.includes(`/${view}-`));
    for (const path of [...still, ...later]) await read(new URL(path, url).href);
  };
  await read(first);
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

async function fetched(url: string): Promise<{readonly text: string; readonly size: number}> {
  const response = await fetch(url, {headers: {"accept-encoding": "gzip"}});
  if (!response.ok) throw new Error(`${response.status} of ${url}`);
  return {text: await response.text(), size: Number(response.headers.get("content-length")) / 1000};
}

function heavy(name: string, value: number, limit: number): BenchResult {
  return {
    name,
    value,
    unit: "kB gzip",
    floor: null,
    ratio: null,
    target: `≤ ${limit} kB`,
    met: value > 0 && value <= limit
  };
}

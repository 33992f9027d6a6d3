/** The picture as PNG, twice as large as it is shown, with its font inside; made in the browser of what stands there. */
import {sourceLines} from "../figure-source.ts";
import {figureSvg} from "../figure-svg.ts";
import {webTextOf} from "../text-web.ts";
import type {Walked} from "./walked.ts";

const enlarged = 2;

export function offerPicture({place, figure, language}: Walked): void {
  const list = place.querySelector("[data-downloads]");
  if (!list || list.querySelector("[data-png]")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tools__button";
  button.dataset.png = "";
  button.textContent = webTextOf(language).figure.formats.png;
  button.addEventListener("click", async () => {
    const source = {
      id: document.body.dataset.release ?? "",
      demonstration: document.querySelector(".demo") !== null
    };
    const svg = figureSvg(figure, {lines: sourceLines(source, location.href, language), style: await fontStyle()});
    save(await pngOf(svg), `${nameOf(list)}.png`);
  });
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
}

/** As the other formats are called, by the address that they have in common. */
function nameOf(list: Element): string {
  const figure = (list as HTMLElement).dataset.downloads ?? "figur";
  const place = location.pathname.split("/").at(-1) ?? "";
  return [place, figure, document.body.dataset.release ?? ""].filter(Boolean).join("-");
}

let style: Promise<string> | null = null;
function fontStyle(): Promise<string> {
  style ??= Promise.all(
    [400, 600].map(async (weight) => {
      const link = document.querySelector<HTMLLinkElement>(`link[as="font"][href*="-${weight}-"]`);
      if (!link) return "";
      const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
      const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      return `@font-face{font-family:'IBM Plex Sans';font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
    })
  ).then((faces) => faces.join(""));
  return style;
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * enlarged;
  canvas.height = image.naturalHeight * enlarged;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png")
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What a browser takes of the machine's memory, its processes together; only where the machine tells. */
import {readFile} from "node:fs/promises";

const pageBytes = 4096;

/** Megabytes resident in the process and all that it has begun; null where that cannot be told. */
export async function memoryOf(pid: number | undefined): Promise<number | null> {
  if (pid === undefined) return null;
  try {
    const pages = await residentPages(pid);
    return (pages * pageBytes) / 2 ** 20;
  } catch {
    return null;
  }
}

async function residentPages(pid: number): Promise<number> {
  const [own, children] = await Promise.all([
    readFile(`/proc/${pid}/statm`, "utf8"),
    readFile(`/proc/${pid}/task/${pid}/children`, "utf8")
  ]);
  const below = children.split(" ").filter(Boolean).map(Number);
  const parts = await Promise.all(below.map((child) => residentPages(child).catch(() => 0)));
  return parts.reduce((sum, pages) => sum + pages, Number(own.split(" ")[1]));
}

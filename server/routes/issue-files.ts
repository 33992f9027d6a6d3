/** The files of the packages. Only what a manifest names is served, under the SHA-256 that it names. */
import {type FileHandle, open, readFile} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import type {Request, Response} from "express";
import {z} from "zod";
import {Damaged} from "../../queries/errors.ts";
import {editionPolicy, viewerPolicy} from "../headers.ts";
import type {Routes} from "../identity/routes.ts";
import type {BuiltIssue} from "../issue-shelf.ts";
import {type Deps, found} from "../page.ts";

const query = z.strictObject({
  v: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional()
});

const fileName = /^(?:[a-z0-9][a-z0-9_-]*\/)?[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9]+)+$/;

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.file"
};

export function addIssueFiles(app: Routes, deps: Deps): void {
  app.get("/pakker/:issue/*file", async (request, response) => {
    const {issue: id, file} = request.params as unknown as {issue: string; file: readonly string[]};
    const issue = found(await deps.shelf.find(id), "issue", id);
    await sendIssueFile(request, response, {issue, file: file.join("/"), isPrivate: false});
  });
}

export interface WantedFile {
  readonly issue: BuiltIssue;
  readonly file: string;
  /** Not out yet: kept by nobody on the way. */
  readonly isPrivate: boolean;
}

export async function sendIssueFile(
  request: Request,
  response: Response,
  {issue: {manifest, folder}, file, isPrivate}: WantedFile
): Promise<void> {
  const {v} = query.parse(request.query);
  found(fileName.test(file) ? file : undefined, "file", file);
  const sha256 = manifest.files[file];
  const listed = file === "manifest.json" || Object.hasOwn(manifest.files, file);
  found(listed ? file : undefined, "file", file);
  const path = join(folder, file);
  await using handle = await open(path).catch(() => Promise.reject(new Damaged(path, "missing file of a package")));
  if (file.endsWith(".html")) response.set("Content-Security-Policy", editionPolicy(await readFile(path, "utf8")));
  describe(response, manifest.issue, file, sha256);
  const isLasting = v !== undefined && (sha256?.startsWith(v) ?? false);
  const kept = isLasting ? "public, max-age=31536000, immutable" : "no-cache";
  response.set("Cache-Control", isPrivate ? "private, no-store" : kept);
  await sendFile(request, response, handle);
}

function describe(response: Response, issue: string, file: string, sha256: string | undefined): void {
  const ending = file.slice(file.lastIndexOf(".") + 1);
  const type = types[ending] ?? "application/octet-stream";
  const shown = ending === "html" || ending === "pdf";
  const name = `${issue}-${file.replaceAll("/", "-")}`;
  response.set("Content-Type", type);
  response.attachment(name).set("Content-Type", type);
  if (shown)
    response.set("Content-Disposition", String(response.get("Content-Disposition")).replace(/^attachment/, "inline"));
  if (ending === "pdf") response.set("Content-Security-Policy", viewerPolicy);
  if (sha256) response.set("ETag", `"${sha256}"`);
}

async function sendFile(request: Request, response: Response, handle: FileHandle): Promise<void> {
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set("Content-Length", String((await handle.stat()).size));
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  await pipeline(handle.createReadStream({autoClose: false}), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

import cliProgress from "cli-progress";
import {BadInput, Damaged, MissingPart, NotFound} from "../queries/errors.ts";
import type {Progress} from "./progress.ts";

/** Where a command writes: `line` for people, `result` once for machines. With `--json` only the result is printed. */
export interface Output {
  readonly json: boolean;
  line(text: string): void;
  result(value: unknown): void;
  readonly progress: Progress;
}

export function openOutput(json: boolean, stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Output {
  return {
    json,
    line: (text) => {
      if (!json) stdout.write(`${text}\n`);
    },
    result: (value) => {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    progress: stderr.isTTY && !json ? barProgress(stderr) : json ? quietProgress : lineProgress(stderr)
  };
}

const quietProgress: Progress = {start: () => {}, advance: () => {}, finish: () => {}};

function barProgress(stream: NodeJS.WriteStream): Progress {
  let bar: cliProgress.SingleBar | null = null;
  let since = 0;
  let name = "";
  return {
    start: (title, total) => {
      bar?.stop();
      since = Date.now();
      name = title;
      bar = null;
      if (total === null) {
        stream.write(`  ${title} …\n`);
        return;
      }
      bar = new cliProgress.SingleBar(
        {stream, format: "  {title} {bar} {value} af {total} · {duration_formatted}", barsize: 24, hideCursor: true},
        cliProgress.Presets.shades_classic
      );
      bar.start(total, 0, {title});
    },
    advance: (done) => bar?.update(done),
    finish: () => {
      if (bar) bar.stop();
      else stream.write(`  ${name}: ${seconds(since)}\n`);
      bar = null;
    }
  };
}

function lineProgress(stream: NodeJS.WriteStream): Progress {
  let since = 0;
  let name = "";
  return {
    start: (title) => {
      since = Date.now();
      name = title;
    },
    advance: () => {},
    finish: () => stream.write(`  ${name}: ${seconds(since)}\n`)
  };
}

export function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toLocaleString("da-DK", {maximumFractionDigits: 1})} s`;
}

const nouns: Readonly<Record<string, string>> = {
  release: "frigivelse",
  "package definition": "udgave",
  unit: "enhed",
  municipality: "kommune",
  indicator: "nøgletal",
  mapping: "omsætning",
  standard: "datastandard",
  issue: "udgivelse",
  recipient: "modtager",
  receipt: "levering",
  "wheel entry": "ventet levering på årshjulet"
};

/** The one place where an error becomes a Danish sentence on the command line. */
export function sentenceOf(error: unknown): string {
  if (error instanceof BadInput || error instanceof MissingPart) return error.danish;
  if (error instanceof NotFound && error.noun === "release" && error.id === "active")
    return "Der er endnu ingen frigivelse. Tag leverancer ind med »aarshjul intake« og frigiv med »aarshjul refresh«.";
  if (error instanceof NotFound) return `Der findes ingen ${nouns[error.noun] ?? error.noun} med navnet ${error.id}.`;
  if (error instanceof Damaged) return `Beskadiget: ${error.path}. ${error.message}`;
  return `Uventet fejl: ${error instanceof Error ? error.message : String(error)}`;
}

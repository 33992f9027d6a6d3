/** `reference/delivery.json`: how packages may leave the house. Secrets lie in files of their own, never in it. */
import {readFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {z} from "zod";
import type {Channel} from "./registry/recipients.ts";
import {requirePrivate} from "./secret.ts";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "skal være et klokkeslæt som 20:00");
const domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "skal være et domæne med små bogstaver");
const text = z.string().trim().min(1);
const settingsSchema = z.strictObject({
  /** Mail goes to addresses in these domains and to no other. */
  domains: z.array(domain),
  from: text,
  replyTo: text.optional(),
  /** The mailbox that mail comes back to; else the sender's own. */
  bounceTo: z.email().optional(),
  /** That mailbox as a folder or a Maildir, read every minute while the wheel is watched. */
  bounceFolder: text.optional(),
  /** Where recipients find the pages, e.g. `https://aarshjul.aarhus.dk`. */
  baseUrl: z.url({protocol: /^https?$/}),
  attach: z.boolean().default(true),
  quietHours: z.strictObject({from: clockTime, to: clockTime}).optional(),
  smtp: z
    .strictObject({
      host: text,
      port: z.int().min(1).max(65535).default(587),
      /** TLS from the first byte; else STARTTLS, which `requireTls` makes a condition. */
      secure: z.boolean().default(false),
      requireTls: z.boolean().default(true),
      user: text.optional(),
      passwordFile: text.optional(),
      dkim: z.strictObject({domain, selector: text, keyFile: text}).optional()
    })
    .optional(),
  webhook: z.strictObject({hosts: z.array(text).min(1), secretFile: text}).optional()
});

export type DeliverySettings = z.infer<typeof settingsSchema>;
export const settingsName = join("reference", "delivery.json");

/** Null where there is no file; `problems` in Danish where it cannot be used, and then nothing is sent. */
export async function readDeliverySettings(
  dataDir: string
): Promise<{readonly settings: DeliverySettings | null; readonly problems: readonly string[]}> {
  let content: string;
  try {
    content = await readFile(join(dataDir, settingsName), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {settings: null, problems: []};
    return {settings: null, problems: [`${settingsName}: Filen kan ikke læses.`]};
  }
  let given: unknown;
  try {
    given = JSON.parse(content);
  } catch {
    return {settings: null, problems: [`${settingsName}: Filen er ikke gyldig JSON.`]};
  }
  const parsed = settingsSchema.safeParse(given, {error: z.locales.da().localeError});
  if (parsed.success) return {settings: parsed.data, problems: []};
  const problems = parsed.error.issues.map(({path, message}) => `${settingsName}: ${path.join(" › ")}: ${message}`);
  return {settings: null, problems};
}

/** What can be sent by: folders always, the others when they are set up. */
export function channelsOf(settings: DeliverySettings | null): ReadonlySet<Channel> {
  return new Set<Channel>([
    "folder",
    ...(settings?.smtp ? (["mail"] as const) : []),
    ...(settings?.webhook ? (["webhook"] as const) : [])
  ]);
}

/** A secret's file, relative to the data folder and its owner's alone; its last line end is not part of it. */
export async function readSecret(dataDir: string, file: string): Promise<string> {
  const path = resolve(dataDir, file);
  requirePrivate(path);
  return (await readFile(path, "utf8")).replace(/\r?\n$/, "");
}

/** OIO Basic Privilege Profile: base64 of an XML list of rights, each group with where it holds. */
import {XMLParser} from "fast-xml-parser";
import {z} from "zod";

export interface PrivilegeGroup {
  readonly privileges: readonly string[];
  /** Name of constraint → values; the group's own scope under `scope`. */
  readonly constraints: ReadonlyMap<string, readonly string[]>;
}

const longest = 60_000;
const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  isArray: (name) => ["PrivilegeGroup", "Privilege", "Constraint"].includes(name)
});

const words = z.union([z.string(), z.looseObject({"#text": z.string()}).transform((node) => node["#text"])]);
const constraint = z.looseObject({"@_Name": z.string(), "#text": z.string()});
const group = z.looseObject({
  "@_Scope": z.string().optional(),
  Privilege: z.array(words).default([]),
  Constraint: z.array(constraint).default([])
});
const list = z.looseObject({PrivilegeList: z.looseObject({PrivilegeGroup: z.array(group).default([])})});

/** Null where it is no such list, or holds entities or a document type. */
export function readPrivileges(encoded: string): readonly PrivilegeGroup[] | null {
  if (encoded.length > longest || !/^[A-Za-z0-9+/=\s]*$/.test(encoded)) return null;
  const xml = Buffer.from(encoded, "base64").toString("utf8");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null;
  const found = list.safeParse(parsed(xml)).data;
  return found ? found.PrivilegeList.PrivilegeGroup.map(groupOf) : null;
}

function parsed(xml: string): unknown {
  try {
    return parser.parse(xml, true);
  } catch {
    return null;
  }
}

function groupOf({Privilege, Constraint, ...given}: z.infer<typeof group>): PrivilegeGroup {
  const named = Constraint.map((each) => [each["@_Name"], splitValues(each["#text"])] as const);
  const scope = given["@_Scope"];
  return {
    privileges: Privilege.map((each) => each.trim()),
    constraints: new Map([...named, ...(scope ? [["scope", [scope.trim()]] as const] : [])])
  };
}

function splitValues(text: string): readonly string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}

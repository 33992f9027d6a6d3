/** Data Package v2, Data Resource and Table Schema as JSON Schema, written from the specification of June 2024. */
const name = {type: "string", pattern: "^[-a-z0-9._/]+$"};
const field = {
  type: "object",
  required: ["name"],
  properties: {
    name: {type: "string", minLength: 1},
    type: {enum: ["string", "number", "integer", "boolean", "date", "datetime", "year", "any"]},
    description: {type: "string"},
    decimalChar: {type: "string", maxLength: 1}
  },
  additionalProperties: false
};
const resource = {
  type: "object",
  required: ["name", "path"],
  properties: {
    name,
    title: {type: "string"},
    path: {type: "string", pattern: "^(?!\\.\\./|/)[^:]*$"},
    format: {type: "string"},
    mediatype: {type: "string", pattern: "^(.+)/(.+)$"},
    encoding: {const: "utf-8"},
    bytes: {type: "integer", minimum: 0},
    hash: {type: "string", pattern: "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$"},
    dialect: {
      type: "object",
      properties: {
        delimiter: {type: "string", maxLength: 1},
        lineTerminator: {enum: ["\n", "\r\n"]},
        header: {type: "boolean"}
      },
      additionalProperties: false
    },
    schema: {
      type: "object",
      required: ["fields"],
      properties: {
        fields: {type: "array", minItems: 1, items: field},
        missingValues: {type: "array", items: {type: "string"}}
      },
      additionalProperties: false
    }
  },
  additionalProperties: false
};

export const dataPackageSchema = {
  type: "object",
  required: ["$schema", "resources"],
  properties: {
    $schema: {const: "https://datapackage.org/profiles/2.0/datapackage.json"},
    name,
    id: {type: "string"},
    title: {type: "string"},
    description: {type: "string"},
    version: {type: "string"},
    keywords: {type: "array", minItems: 1, items: {type: "string"}},
    resources: {type: "array", minItems: 1, items: resource}
  },
  additionalProperties: false
};

// A JSON Schema in a few words: `string`, `array of Route`, `open | running`, `date or null`.

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
}

const COMPONENTS = '#/components/schemas/';

/** The name of the shape that a schema refers to. */
export function nameOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith(COMPONENTS) === true ? $ref.slice(COMPONENTS.length) : undefined;
}

/** Where on the page the named shape stands that a schema is about; null: it names none. */
export function hrefOf(schema: JsonSchema): string | null {
  const inside = [schema, ...(schema.items === undefined ? [] : [schema.items]), ...choicesOf(schema)];
  if (typeof schema.additionalProperties === 'object') inside.push(schema.additionalProperties);
  const name = inside.map(nameOf).find((found) => found !== undefined);
  return name === undefined ? null : `#shape-${name}`;
}

export function typeText(schema: JsonSchema): string {
  const name = nameOf(schema);
  if (name !== undefined) return name;
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const choices = choicesOf(schema);
  if (choices.length > 0) return [...new Set(choices.map(typeText))].join(' or ');
  if (schema.items !== undefined) return `array of ${typeText(schema.items)}`;
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  if (typeof schema.additionalProperties === 'object')
    return `object of ${typeText(schema.additionalProperties)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : schema.type;
  return [schema.format ?? type ?? 'anything'].flat().join(' ');
}

function choicesOf({ anyOf, oneOf, allOf }: JsonSchema): readonly JsonSchema[] {
  return anyOf ?? oneOf ?? allOf ?? [];
}

// The JSON Schema of policy files, for editors: a whole policy, one that tells its differences to another, or an
// announcement. Made of the same shapes that the loader reads with; it cannot tell what the parts mean together.

import { z } from 'zod';
import { PolicyFile } from './policy-shape.ts';

type JsonSchema = { readonly [key: string]: unknown };

const DIFFERENCES = '-differences';

/** JSON Schema 2020-12. */
export function policyJsonSchema(): JsonSchema {
  const { $schema, $defs, ...whole } = z.toJSONSchema(PolicyFile, { io: 'input' }) as JsonSchema;
  const definitions = ($defs ?? {}) as Record<string, JsonSchema>;
  const differences = withoutRequired(whole);
  const properties = differences.properties as JsonSchema;
  const { policy, basedOn, ...parts } = properties;
  const announces = { type: 'string', description: 'The id of the policy of which this was announced.' };
  const ofDifferences = Object.fromEntries(
    Object.entries(definitions).map(([id, schema]) => [`${id}${DIFFERENCES}`, withoutRequired(schema)]),
  );
  return {
    $schema,
    title: 'A policy file of Lastbus',
    if: { required: ['announces'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { ...differences, properties: { announces, ...parts }, required: ['announces'] },
    else: {
      if: { required: ['basedOn'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        ...differences,
        properties: { ...(whole.properties as JsonSchema), ...parts },
        required: ['policy', 'basedOn'],
      },
      else: whole,
    },
    $defs: { ...definitions, ...usedOf(ofDifferences, differences) },
  };
}

/** Lists and texts are never told in part, so some definitions are of no use there. */
function usedOf(definitions: Record<string, JsonSchema>, root: JsonSchema): Record<string, JsonSchema> {
  const text = JSON.stringify([root, definitions]);
  return Object.fromEntries(
    Object.entries(definitions).filter(([id]) => text.includes(JSON.stringify(`#/$defs/${id}`))),
  );
}

/** The same where only what is different is told: nothing is required of a mapping, and `null` takes a key away. */
function withoutRequired(schema: JsonSchema): JsonSchema {
  const { required: _, $ref, anyOf, properties, additionalProperties, ...rest } = schema;
  if (typeof $ref === 'string') return { ...rest, $ref: `${$ref}${DIFFERENCES}` };
  if (Array.isArray(anyOf)) return { ...rest, anyOf: withOneMapping(anyOf.map(withoutRequired)) };
  return {
    ...rest,
    ...(isMapping(properties) ? { properties: mapValues(properties, orNull) } : {}),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties: isMapping(additionalProperties)
            ? orNull(additionalProperties)
            : additionalProperties,
        }),
  };
}

function orNull(schema: unknown): unknown {
  return { anyOf: [withoutRequired(schema as JsonSchema), { type: 'null' }] };
}

/** Of several forms of a mapping the difference may lead from one to another: a key of one, `null` for another's. */
function withOneMapping(forms: readonly JsonSchema[]): JsonSchema[] {
  const mappings = forms.filter(({ type, properties }) => type === 'object' && isMapping(properties));
  if (mappings.length < 2) return [...forms];
  const keys = new Map<string, unknown[]>();
  for (const { properties } of mappings) {
    for (const [key, schema] of Object.entries(properties as JsonSchema))
      keys.set(key, [...(keys.get(key) ?? []), schema]);
  }
  const properties = Object.fromEntries(
    [...keys].map(([key, schemas]) => [key, schemas.length === 1 ? schemas[0] : { anyOf: schemas }]),
  );
  const merged = { type: 'object', properties, additionalProperties: false };
  return [...forms.filter((form) => !mappings.includes(form)), merged];
}

function mapValues(mapping: JsonSchema, change: (value: unknown) => unknown): JsonSchema {
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, change(value)]));
}

function isMapping(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

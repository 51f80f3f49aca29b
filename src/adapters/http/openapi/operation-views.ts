// The OpenAPI document as a page shows it.

import type { ApiPage, FieldView, OperationView, ShapeView } from '../../../emitters/pages/api-page.ts';
import { hrefOf, type JsonSchema, nameOf, typeText } from './type-text.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Part {
  readonly description?: string;
  readonly summary?: string;
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>;

interface Document {
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Partial<Record<(typeof METHODS)[number], Part>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** @param made by `apiDocument`: nothing else has all that is read here. */
export function operationsOf(made: object): Pick<ApiPage, 'lead' | 'groups' | 'shapes'> {
  const { info, tags, paths, components } = made as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const part = methods[method];
      return part === undefined
        ? []
        : [{ tags: part.tags ?? [], view: operationView(path, method, part, components.schemas) }];
    }),
  );
  return {
    lead: info.description,
    groups: tags.map(({ name, description }) => ({
      title: description,
      operations: operations.filter((one) => one.tags.includes(name)).map(({ view }) => view),
    })),
    shapes: Object.entries(components.schemas).map(([name, schema]) => shapeView(name, schema)),
  };
}

function operationView(
  path: string,
  method: string,
  part: Part,
  schemas: Readonly<Record<string, JsonSchema>>,
): OperationView {
  return {
    anchor: part.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: part.summary ?? '',
    description: part.description ?? '',
    parameters: (part.parameters ?? []).map((parameter) => ({
      ...fieldView(parameter.name, parameter.schema, parameter.required ?? false),
      text: parameter.description ?? parameter.schema.description ?? '',
    })),
    body: part.requestBody === undefined ? null : bodyView(part.requestBody.content, schemas),
    answers: Object.entries(part.responses).map(([status, { description, content }]) => {
      const schema = Object.values(content ?? {})[0]?.schema;
      return {
        status,
        text: description,
        shape: schema === undefined ? null : { name: typeText(schema), href: hrefOf(schema) },
      };
    }),
  };
}

function bodyView(
  content: Content,
  schemas: Readonly<Record<string, JsonSchema>>,
): NonNullable<OperationView['body']> {
  const [first] = Object.values(content);
  if (first === undefined) throw new Error('a body without a content');
  const schema = schemas[nameOf(first.schema) ?? ''] ?? first.schema;
  return {
    types: Object.keys(content),
    fields: fieldsOf(schema),
    example: first.example === undefined ? null : JSON.stringify(first.example, null, 2),
  };
}

function shapeView(name: string, schema: JsonSchema): ShapeView {
  return {
    anchor: `shape-${name}`,
    name,
    text: schema.description ?? '',
    type: typeText(schema),
    fields: fieldsOf(schema),
  };
}

function fieldsOf({ properties, required }: JsonSchema): FieldView[] {
  return Object.entries(properties ?? {}).map(([name, schema]) =>
    fieldView(name, schema, required?.includes(name) ?? false),
  );
}

function fieldView(name: string, schema: JsonSchema, isRequired: boolean): FieldView {
  return {
    name,
    isRequired,
    type: typeText(schema),
    href: hrefOf(schema),
    text: schema.description ?? '',
  };
}

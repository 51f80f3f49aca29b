// The API as its document says it is: every answer that passes through here is held against the document, and noted.

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

interface Documented {
  readonly required?: boolean;
  readonly name: string;
}

interface Operation {
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, unknown>>; readonly headers?: Record<string, Documented> }
    >
  >;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const JSON_TYPE = /[/+]json$/;

export class DocumentedApi {
  readonly #document: ApiDocument;
  readonly #validators: Ajv2020;
  readonly #seen = new Set<string>();

  constructor(document: ApiDocument) {
    this.#document = document;
    this.#validators = new Ajv2020({
      strict: false,
      allErrors: true,
      formats: { date: /^\d{4}-\d\d-\d\d$/, uri: (text: string) => URL.canParse(text) },
    });
    this.#validators.addSchema({ ...(closed(document) as object), $id: 'api' });
  }

  /** Every operation with every status that it may answer with: `GET /api/v1/policies 200`. */
  documented(): string[] {
    return Object.entries(this.#document.paths)
      .flatMap(([path, operations]) =>
        Object.entries(operations).flatMap(([method, { responses }]) =>
          Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
        ),
      )
      .toSorted();
  }

  /** Those that came. */
  seen(): string[] {
    return [...this.#seen].toSorted();
  }

  /** Fails when the document does not know the answer; gives its JSON, or its text. */
  async check(method: string, address: string, response: Response): Promise<unknown> {
    const path = this.#pathOf(new URL(address).pathname);
    const operation = this.#document.paths[path]?.[method.toLowerCase()];
    const answer = operation?.responses[response.status];
    const what = `${method} ${path} ${response.status}`;
    if (answer === undefined) throw new Error(`not documented: ${what}`);
    this.#seen.add(what);
    for (const [name, { required }] of Object.entries(answer.headers ?? {})) {
      if (required) expect(response.headers.has(name), `${what}: ${name}`).toBe(true);
    }
    const text = await response.text();
    // A header of 304 tells what 200 would have been.
    if (response.status === 304) {
      expect([answer.content, text], what).toEqual([undefined, '']);
      return text;
    }
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? null;
    expect(Object.keys(answer.content ?? {}), what).toEqual(type === null ? [] : [type]);
    if (type === null || !JSON_TYPE.test(type)) return text;
    const json: unknown = JSON.parse(text);
    const pointer = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(response.status),
      'content',
      type,
    ];
    const validate = this.#validatorAt([...pointer, 'schema']);
    const faults = validate(json) ? [] : validate.errors;
    expect(
      faults?.map(({ instancePath, message, params }) => ({ instancePath, message, params })),
      what,
    ).toEqual([]);
    return json;
  }

  #pathOf(pathname: string): string {
    const path = Object.keys(this.#document.paths)
      .toSorted((a, b) => a.split('{').length - b.split('{').length)
      .find((template) =>
        new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
      );
    if (path === undefined) throw new Error(`no documented path is like ${pathname}`);
    return path;
  }

  #validatorAt(pointer: readonly string[]): ValidateFunction {
    const reference = pointer
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const validate = this.#validators.getSchema(`api#/${reference}`);
    if (validate === undefined) throw new Error(`no schema at ${pointer.join(' → ')}`);
    return validate;
  }
}

/** The same, where no field may come that is not named: the document lets new ones in, a test does not. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    key === 'example' ? value : closed(value),
  ]);
  const isOpen = 'properties' in part && 'type' in part && !('additionalProperties' in part);
  return { ...Object.fromEntries(entries), ...(isOpen ? { additionalProperties: false } : {}) };
}

// The JSON Schema of policy files is what the command prints, and every file that is shipped is right by it. What the
// schema refuses, the loader refuses too; the loader knows more.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { policyJsonSchema } from '../../src/policies/file/policy-json-schema.ts';

const shipped = readdirSync(SHIPPED_POLICIES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('calendars'))
  .map((name) => [name, parse(readFileSync(join(SHIPPED_POLICIES, name), 'utf8'))] as const);

// A union of types is told in one list; that is no fault.
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(policyJsonSchema());

/** The place of each fault in a file, as JSON pointers. */
function faultsIn(value: unknown): string[] {
  validate(value);
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

const ANNOUNCEMENT = {
  announces: 'shanghai-2027',
  cutoffs: { payment: { on: 'Thu 2026-12-31', status: 'announced' } },
};

describe('policy.schema.json', () => {
  it('is what `policies schema` prints; after a change of the shape write it anew', () => {
    const committed = readFileSync(join(SHIPPED_POLICIES, 'policy.schema.json'), 'utf8');

    expect(committed).toBe(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  });

  it.each(shipped)('takes %s', (_, value) => {
    expect(faultsIn(value)).toEqual([]);
  });

  it.each(shipped)('is named by the first line of %s, for editors', (name) => {
    const [first] = readFileSync(join(SHIPPED_POLICIES, name), 'utf8').split('\n');

    expect(first).toBe('# yaml-language-server: $schema=../policy.schema.json');
  });

  it('was held against whole files, files of differences, and an announcement', () => {
    const basedOn = shipped.filter(([, value]) => 'basedOn' in value);

    expect(basedOn.length).toBeGreaterThan(0);
    expect(basedOn.length).toBeLessThan(shipped.length);
    expect(faultsIn(ANNOUNCEMENT)).toEqual([]);
  });

  it.each([
    ['a whole policy without its parts', { policy: 'mine' }, ''],
    [
      'an unknown key of a difference',
      { policy: 'mine', basedOn: 'shanghai-2026', fees: { students: { sum: 3 } } },
      '/fees/students',
    ],
    ['an announcement of what is no day', { ...ANNOUNCEMENT, verifiedOn: 'tomorrow' }, '/verifiedOn'],
  ])('refuses %s', (_, value, place) => {
    expect(faultsIn(value)).toContain(place);
  });

  it('lets a difference take away a key with null', () => {
    const value = { policy: 'mine', basedOn: 'shanghai-2026', readings: { opening: null }, window: null };

    expect(faultsIn(value)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeperThan } from '../../../src/adapters/http/json-depth.ts';

/** By walking through the value. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the depth of JSON', () => {
  it('is told from its bytes as from its value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.integer({ min: 0, max: 8 }), (value, most) => {
        expect(isDeeperThan(Buffer.from(JSON.stringify(value)), most)).toBe(depthOf(value) > most);
      }),
    );
  });

  it('is not that of brackets in a text, not even behind a quote in it', () => {
    expect(isDeeperThan(Buffer.from(JSON.stringify(['[[[["{{{{\\'])), 1)).toBe(false);
  });
});

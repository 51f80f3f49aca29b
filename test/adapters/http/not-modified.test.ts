import { describe, expect, it } from 'vitest';
import { isNotModified } from '../../../src/adapters/http/not-modified.ts';

describe('a reader has this very version', () => {
  const changedAt = new Date('2026-11-22T02:00:00.400Z');
  const same = 'Sun, 22 Nov 2026 02:00:00 GMT';
  const earlier = 'Sun, 22 Nov 2026 01:59:59 GMT';

  it.each([
    ['with its tag', '"a"', undefined, true],
    ['with its tag among others', '"x", "a"', undefined, true],
    ['with its tag made weak by a proxy', 'W/"a"', undefined, true],
    ['with any', '*', undefined, true],
    ['not with another tag', '"b"', undefined, false],
    ['not with another tag, even if the date would do', '"b"', same, false],
    ['with the second of its change', undefined, same, true],
    ['not with an earlier one', undefined, earlier, false],
    ['not with a date that is none', undefined, 'yesterday', false],
    ['not when it says nothing', undefined, undefined, false],
  ])('%s', (_, ifNoneMatch, ifModifiedSince, expected) => {
    expect(isNotModified(ifNoneMatch, ifModifiedSince, { etag: '"a"', changedAt })).toBe(expected);
  });
});

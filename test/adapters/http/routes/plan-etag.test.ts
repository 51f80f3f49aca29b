import { describe, expect, it } from 'vitest';
import { expectedVersion, planETag } from '../../../../src/adapters/http/routes/plan-etag.ts';

describe('the entity tag of a plan', () => {
  it('changes with the version, and with what the answer says on another day', () => {
    const tags = [planETag(1, 'a'), planETag(2, 'a'), planETag(1, 'b')];

    expect(new Set(tags).size).toBe(3);
  });

  const third = planETag(3, 'today');
  it.each([
    ['no If-Match: whatever version it is', undefined, null],
    ['* : whatever version it is', '*', null],
    ['the tag of today', third, 3],
    ['the tag of yesterday’s answer, of the same version', planETag(3, 'yesterday'), 3],
    ['one of several', `${planETag(2, 'x')}, ${third}`, 3],
    ['an older version', planETag(2, 'today'), 'stale'],
    ['a weak tag, which If-Match never takes', `W/${third}`, 'stale'],
    ['something that is no tag of ours', '"abc"', 'stale'],
    ['an empty list', '', 'stale'],
  ])('%s', (_, ifMatch, expected) => {
    expect(expectedVersion(ifMatch, 3)).toBe(expected);
  });
});

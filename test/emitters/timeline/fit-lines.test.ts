import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLines, widthInEm } from '../../../src/emitters/timeline/fit-lines.ts';
import { forAll } from '../../support/laws.ts';

describe('lines of a drawing', () => {
  it.each([
    ['居住证签注', 10, ['居住证签注']],
    ['等居住证新有效期进入积分系统', 8, ['等居住证新有效期', '进入积分系统']],
    [
      'The new permit date reaches the points system',
      16,
      ['The new permit date reaches', 'the points system'],
    ],
    ['审核（窗口）。', 4, ['审核（窗', '口）。']],
    ['Donaudampfschifffahrtsgesellschaft', 8, ['Donaudampfsc', 'hifffahrtsgesel', 'lschaft']],
    ['', 8, ['']],
  ])('%s in %i em', (text, em, lines) => {
    expect(fitLines(text, em)).toEqual(lines);
  });

  it('are never wider than asked for, and lose nothing but blanks', () => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('居住证', '“', '”', '（', '）。', '…', '👨‍👩‍👧')),
    );
    const withoutBlanks = (text: string) => text.replace(/\s/g, '');

    forAll(fc.tuple(texts, fc.integer({ min: 2, max: 20 })), 500, ([parts, em]) => {
      const text = parts.join(' ');
      const lines = fitLines(text, em);
      for (const line of lines) expect(widthInEm(line)).toBeLessThanOrEqual(em + 1e-9);
      expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(text));
    });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../src/emitters/calendar/clean-text.ts';

describe('one line', () => {
  test.each([
    ['a property cannot be smuggled in', 'x\r\nX-EVIL:1', 'x X-EVIL:1'],
    ['a lone carriage return is a line end too', 'a\rb', 'a b'],
    ['NEL ends a line for some parsers', 'a\u0085b', 'a b'],
    ['so do the Unicode separators', 'a\u2028b\u2029c', 'a b c'],
    ['NUL and the bell go', 'a\u0000b\u0007c', 'abc'],
    ['a delete and a C1 control go', 'a\u007fb\u009fc', 'abc'],
    ['half a surrogate pair has no UTF-8 form', 'a\ud83db', 'ab'],
    ['a whole pair stays', '🎫', '🎫'],
    ['a family of joined emoji stays joined', '👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
    ['a mark that turns the direction goes', 'a\u202eb\u2066c', 'abc'],
    ['Arabic and its plain direction mark stay', 'مرحبا\u200f!', 'مرحبا\u200f!'],
    ['a byte order mark goes', '\ufeffa', 'a'],
    ['a backslash is written full-width', 'C:\\n', 'C:\uff3cn'],
    ['blanks and tabs run together, none at the ends', ' a \t b\u3000', 'a b'],
  ])('%s', (_, text, expected) => {
    expect(cleanLine(text)).toBe(expected);
  });
});

describe('several lines', () => {
  test.each([
    ['all line ends become one kind', 'a\r\nb\rc\nd\u2028e', 'a\nb\nc\nd\ne'],
    ['no line ends with a blank', 'a \n b', 'a\nb'],
    ['one empty line at most, none at the ends', '\n\na\n\n\n\nb\n', 'a\n\nb'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
    }),
  );
});

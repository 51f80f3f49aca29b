import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/input/mail-address.ts';

describe('one plain address is taken', () => {
  test.each([
    ['family@example.com', 'family@example.com'],
    ['12345678@qq.com', '12345678@qq.com'],
    ['first.last+lastbus@mail.example.com.cn', 'first.last+lastbus@mail.example.com.cn'],
    // A phone adds a blank and a capital letter.
    [' Family@QQ.com ', 'Family@qq.com'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%s', (text, address) => {
    expect(parseAddress(text)).toBe(address);
  });
});

describe('anything else is not', () => {
  test.each([
    ['nothing', ''],
    ['no domain', 'family'],
    ['a domain of one word', 'family@localhost'],
    ['two addresses with a comma', 'a@example.com,b@example.com'],
    ['two addresses with a semicolon', 'a@example.com;b@example.com'],
    ['two addresses with a blank', 'a@example.com b@example.com'],
    ['two @', 'a@b@example.com'],
    ['a display name', 'Family <family@example.com>'],
    ['angle brackets', '<family@example.com>'],
    ['a group', 'Family:a@example.com;'],
    ['a comment', 'family(home)@example.com'],
    ['a quoted local part', '"a@example.com, b"@example.net'],
    ['a route', '@example.net:family@example.com'],
    ['a percent relay', 'family%example.com@example.net'],
    ['a header in tow', 'family@example.com\r\nBcc: thief@example.net'],
    ['a line break at the end', 'family@example.com\n'],
    ['a NUL', 'family\u0000@example.com'],
    ['a literal address', 'family@[127.0.0.1]'],
    ['two dots', 'fam..ily@example.com'],
    ['a dot in front', '.family@example.com'],
    ['the wide @ of a Chinese keyboard', 'family\uff20example.com'],
    ['a local part of 65', `${'a'.repeat(65)}@example.com`],
    ['a label of 64', `family@${'a'.repeat(64)}.com`],
    ['255 characters', `family@${'abcdefgh.'.repeat(27)}exam.com`],
    ['a label with a hyphen at its end', 'family@example-.com'],
  ])('%s', (_what, text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

import { validateHeaderValue } from 'node:http';
import { expect, it } from 'vitest';
import { attachmentHeader } from '../../../src/adapters/http/attachment.ts';
import { forAll } from '../../support/laws.ts';
import { wildText } from '../../support/wild-texts.ts';

it.each([
  [
    '最晚今天：居住证签注.ics',
    '%E6%9C%80%E6%99%9A%E4%BB%8A%E5%A4%A9%EF%BC%9A%E5%B1%85%E4%BD%8F%E8%AF%81%E7%AD%BE%E6%B3%A8.ics',
  ],
  ["Renew (last day) 'now'*.ics", 'Renew%20%28last%20day%29%20%27now%27%20.ics'],
  ['../a/b\\c:"d".ics', '..%20a%20b%20c%20d%20.ics'],
  ['two\r\nlines.ics', 'two%20lines.ics'],
])('a file named %j has a plain name and its own', (name, escaped) => {
  expect(attachmentHeader('lastbus.ics', name)).toBe(
    `attachment; filename="lastbus.ics"; filename*=UTF-8''${escaped}`,
  );
});

it('whatever a file is named after, the header is one, of two names, in ASCII', () => {
  forAll(wildText, 500, (text) => {
    const header = attachmentHeader('lastbus.ics', `${text}.ics`);

    expect(() => validateHeaderValue('Content-Disposition', header)).not.toThrow();
    expect(header).toMatch(/^attachment; filename="lastbus\.ics"; filename\*=UTF-8''[\w.!~%-]*\.ics$/);
  });
});

import { expect, test } from 'vitest';
import { oneLine, renderTemplate, renderTextTemplate } from '../../src/emitters/templates.ts';

const style = { button: '' };

test('a template on the disk is filled in with what stands between quotes and angle brackets escaped', () => {
  const html = renderTemplate('emails/button', { url: 'https://x.example/?a="1"&b', label: '<b>', style });

  expect(html).toContain('href="https://x.example/?a=&quot;1&quot;&amp;b"');
  expect(html).toContain('&lt;b&gt;</a>');
});

test('a text is not escaped, but a value in it stays on its line', () => {
  const text = renderTextTemplate('emails/reminder/subject', { subject: 'Tom & Ann\r\nBcc: x' });

  expect(text).toBe('Tom & Ann Bcc: x\n');
});

test('a value that is not there is a fault, not the word "undefined"', () => {
  expect(() => renderTextTemplate('emails/reminder/subject', {})).toThrow('emails/reminder/subject');
  expect(() => renderTemplate('emails/button', { url: null, label: '', style })).toThrow('not there');
});

test('a template that is not there is a fault', () => {
  expect(() => renderTemplate('emails/no-such', {})).toThrow('no-such');
});

test.each([
  ['a\r\nb', 'a b'],
  ['  a \t b  ', 'a b'],
  ['a\u2028b\u0085c\u0000d', 'a b c d'],
  ['half a character \ud83d!', 'half a character \ufffd!'],
  ['👨‍👩‍👧 一家', '👨‍👩‍👧 一家'],
])('on one line %j is %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

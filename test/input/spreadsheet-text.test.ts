// Which encoding a file is in, however it comes in pieces, and what each way of writing a day is.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSpreadsheet } from '../../src/input/spreadsheet-text.ts';
import { writtenDate } from '../../src/input/written-date.ts';
import { inGb18030 } from '../support/roster-file.ts';

async function decoded(octets: Uint8Array, pieces: number): Promise<string> {
  async function* inPieces() {
    for (let at = 0; at < octets.length; at += pieces) yield octets.subarray(at, at + pieces);
  }
  return (await Array.fromAsync(decodeSpreadsheet(inPieces()))).join('');
}

const TEXT = '工号,居住证有效期至\r\n甲1,2026年12月31日\r\n';

describe('the text of a spreadsheet', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['GB18030', inGb18030(TEXT)],
  ])('is read from %s, whatever the pieces', async (_, octets) => {
    for (const pieces of [1, 3, 7, 10_000]) expect(await decoded(octets, pieces)).toBe(TEXT);
  });

  it.each(['utf-8', 'gb18030'])('in %s is known by characters far behind the beginning', async (encoding) => {
    const text = `${'1,2026-12-31\n'.repeat(20_000)}${TEXT}`;
    const octets = encoding === 'gb18030' ? inGb18030(text) : Buffer.from(text);

    expect(await decoded(octets, 16_384)).toBe(text);
  });

  it('keeps its place where an octet cannot be read', async () => {
    // More than is needed to tell that it is UTF-8, then an octet that UTF-8 does not have.
    const octets = Buffer.concat([Buffer.from(TEXT.repeat(4000)), Buffer.of(0xff), Buffer.from('x')]);

    expect(await decoded(octets, 16_384)).toBe(`${TEXT.repeat(4000)}\uFFFDx`);
  });

  it('of any Chinese words in UTF-8 is never taken for GB18030', async () => {
    const words = fc.array(fc.constantFrom(...'居住证有效期至工号积分申请登记缴费孩子配偶'), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 1, max: 9 }), async (characters, pieces) => {
        expect(await decoded(Buffer.from(characters.join('')), pieces)).toBe(characters.join(''));
      }),
      { numRuns: 200, seed: 20_161_225 },
    );
  });
});

describe('a day as it is written', () => {
  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026.12.31', '2026-12-31'],
    ['2026年12月31日', '2026-12-31'],
    ['2026 年 12 月 31 日', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['2026/12/31 0:00', '2026-12-31'],
    ['2026-12-31 00:00:00', '2026-12-31'],
    ['2026年5月', '2026-05'],
    ['2026/5', '2026-05'],
  ])('%s is %s', (written, day) => {
    expect(writtenDate(written)).toBe(day);
  });

  it.each(['12/31/2026', '31.12.2026', '46387', '2026/12/31 8:30', 'soon', ''])(
    '%s stays as it is',
    (written) => {
      expect(writtenDate(written)).toBe(written);
    },
  );
});

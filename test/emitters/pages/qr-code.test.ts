// Codes are read back with another library than the one that makes them.

import decodeQr from 'qr/decode.js';
import { expect, it } from 'vitest';
import { type QrCode, qrCodeOf } from '../../../src/emitters/pages/qr-code.ts';

const PIXELS_PER_MODULE = 4;

/** The drawing as a picture: white, and black where the path goes; it has only rectangles one module high. */
function pictureOf({ size, path }: QrCode) {
  const width = size * PIXELS_PER_MODULE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < PIXELS_PER_MODULE; row += 1) {
      const start = (Number(y) * PIXELS_PER_MODULE + row) * width + Number(x) * PIXELS_PER_MODULE;
      for (let pixel = 0; pixel < Number(length) * PIXELS_PER_MODULE; pixel += 1) {
        data.fill(0, (start + pixel) * 4, (start + pixel) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

it.each([
  'webcal://lastbus.example.org/calendars/AAAAAAAAAAAAAAAAAAAAAA.ics',
  'webcal://127.0.0.1:3000/calendars/zZ_-0123456789abcdefgh.ics',
  `webcal://${'a-very-long-name.'.repeat(8)}example.org/lastbus/calendars/AAAAAAAAAAAAAAAAAAAAAA.ics`,
])('%s is read back as it is', (address) => {
  expect(decodeQr(pictureOf(qrCodeOf(address)))).toBe(address);
});

it('keeps the four light modules at its edge that scanners need', () => {
  const { size, path } = qrCodeOf('webcal://lastbus.example.org/');
  const strokes = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, ...numbers]) => numbers.map(Number));

  expect(Math.min(...strokes.map(([x = 0]) => x))).toBe(4);
  expect(Math.min(...strokes.map(([, y = 0]) => y))).toBe(4);
  expect(Math.max(...strokes.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4);
});

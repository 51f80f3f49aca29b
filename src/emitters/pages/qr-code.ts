// A text as a QR code that a page can draw.
//
// lean-qr (MIT, no dependencies, kept by its author, last release September 2026, no open bug that touches encoding)
// chooses version, mask and correction; how it is drawn is ours, because it is drawn once and needs no DOM.

import { correction, generate } from 'lean-qr';

/** The light edge that scanners need around the code (ISO/IEC 18004), in modules. */
const QUIET_MODULES = 4;

export interface QrCode {
  /** Width and height of the drawing in modules, with its light edge. */
  readonly size: number;
  /** The dark modules as the `d` of an SVG path. */
  readonly path: string;
}

/** Level M: up to 15 % of the code may be unreadable, which is enough for a screen. */
export function qrCodeOf(text: string): QrCode {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const rows = Array.from({ length: code.size }, (_, y) => rowPath(code, y));
  return { size: code.size + 2 * QUIET_MODULES, path: rows.join('') };
}

/** Neighbours in a row are one stroke, so that no hairline of light shows between them. */
function rowPath(code: ReturnType<typeof generate>, y: number): string {
  let path = '';
  for (let x = 0; x < code.size; x += 1) {
    if (!code.get(x, y)) continue;
    const from = x;
    while (code.get(x, y)) x += 1;
    path += `M${from + QUIET_MODULES} ${y + QUIET_MODULES}h${x - from}v1h-${x - from}z`;
  }
  return path;
}

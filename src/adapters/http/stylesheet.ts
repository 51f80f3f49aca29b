// The one stylesheet of all pages, put together from its parts in `static/styles`: a part for each kind of page, so
// that each can be read alone, and one file over the wire, so that a slow phone asks once.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../static/styles', import.meta.url));

/** In the order of the cascade: what every page has, then what single kinds of pages add. */
const PARTS = [
  'base',
  'frame',
  'forms',
  'plan',
  'timeline',
  'what-if',
  'policies',
  'calendar',
  'keeping',
  'reminders',
  'roster',
  'print',
  'api',
];

/** The text of the whole stylesheet, without the comments that explain it to its readers here. */
export function readStylesheet(): string {
  const parts = PARTS.map((part) => readFileSync(join(FOLDER, `${part}.css`), 'utf8'));
  return parts.join('\n').replaceAll(/\/\*[\s\S]*?\*\/\n?/g, '');
}

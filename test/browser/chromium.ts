// The real browser that the pages are tried in: Debian's Chromium. Where there is none, the tests that need it are
// skipped, and a loud line says so.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

export const hasChromium = CHROMIUM !== undefined;

if (!hasChromium) {
  process.stderr.write(
    '\n!!! NO CHROMIUM FOUND: the browser tests are SKIPPED, the pages are NOT checked.\n\n',
  );
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

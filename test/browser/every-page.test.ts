// Every page and state, for everybody: by axe-core in the light and in the dark, in both languages, in both sizes of
// type, at the width of the smallest phones and at half that of a desk (which is what 200 % zoom makes of it). And
// none of them asks another host for anything.

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { sidewaysOverflow, tooSmallTargets, unfold, violationsOn } from './for-everyone.ts';
import { PAGES_AND_STATES } from './pages-and-states.ts';

/** WCAG 2.2 asks for 24 CSS pixels; the Chinese rules for phones for 44, and for 60 in the large-type version. */
const SMALLEST_TARGET = { standard: 44, large: 60 };

const PHONE = { viewport: { width: 390, height: 844 } };
const SMALL_PHONE = { viewport: { width: 320, height: 640 } };
const DESK_AT_200_PERCENT = { viewport: { width: 640, height: 450 } };

interface Reader {
  readonly who: string;
  readonly language: string;
  readonly typeSize: 'standard' | 'large';
  readonly options: BrowserContextOptions;
}

const READERS: readonly Reader[] = [
  { who: 'in Chinese on a phone', language: 'zh', typeSize: 'standard', options: PHONE },
  {
    who: 'in English in the dark on a small phone',
    language: 'en',
    typeSize: 'standard',
    options: { ...SMALL_PHONE, colorScheme: 'dark' },
  },
  {
    who: 'in Chinese in the dark in large type on a small phone',
    language: 'zh',
    typeSize: 'large',
    options: { ...SMALL_PHONE, colorScheme: 'dark' },
  },
  {
    who: 'in English in large type at 200 %',
    language: 'en',
    typeSize: 'large',
    options: DESK_AT_200_PERCENT,
  },
];

describe.skipIf(!hasChromium)('for a reader', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await startServer();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  describe.each(READERS)('$who', ({ language, typeSize, options }) => {
    it.each(PAGES_AND_STATES)('$name has nothing in the way', async ({ open }) => {
      const context = await browser.newContext(options);
      await context.addCookies(
        typeSize === 'large' ? [{ name: 'type', value: 'large', url: server.url }] : [],
      );
      const foreign: string[] = [];
      context.on('request', (request) => {
        if (!request.url().startsWith(server.url)) foreign.push(request.url());
      });
      const page = await context.newPage();

      await open(page, server, language);
      await unfold(page);

      expect(foreign).toEqual([]);
      expect(await page.locator('html').getAttribute('data-type')).toBe(
        typeSize === 'large' ? 'large' : null,
      );
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
      expect(await violationsOn(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toEqual([]);
      expect(await tooSmallTargets(page, SMALLEST_TARGET[typeSize])).toEqual([]);
      await context.close();
    });
  });
});

// The timeline in a real browser: whatever the plan, the width, the language and the size of type, every text can be
// read and every mark lies inside the drawing.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { sendJson } from '../adapters/http/stored-case.ts';
import { FAMILIES } from '../clients/plans-of-all-verdicts.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { unfold } from './for-everyone.ts';

/** Plans that are drawn in another way than the ordinary ones. */
const OTHERS = [
  {
    verdict: 'one step, half a year ahead',
    asOf: '2026-07-01',
    case: { policy: 'shanghai-2027', facts: { permitExpiresOn: '2027-06-30', insuredLastYear: true } },
  },
  {
    verdict: 'on paper, past the end of the year',
    asOf: '2026-11-22',
    case: { policy: 'shanghai-2027', facts: { permitExpiresOn: '2026-12-31', pointsChange: 'changed' } },
  },
  {
    verdict: 'HR is at it',
    asOf: '2026-12-09',
    case: {
      policy: 'shanghai-2027',
      facts: { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' },
      actuals: {
        'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' },
        'points-data-lag': { startedOn: '2026-12-02', finishedOn: '2026-12-07' },
        'points-form': { startedOn: '2026-12-07', finishedOn: '2026-12-07' },
        'hr-approval': { startedOn: '2026-12-08' },
      },
    },
  },
  { verdict: 'Anqing', asOf: '2023-11-22', case: { policy: 'anqing-2024', facts: {} } },
  {
    verdict: 'Changzhou',
    asOf: '2022-11-22',
    case: { policy: 'changzhou-2023', facts: { insuredBefore: 'never', parentInsuredForAYear: true } },
  },
  {
    verdict: 'Hangzhou',
    asOf: '2025-11-22',
    case: { policy: 'hangzhou-2026', facts: { parentHasPermit: true } },
  },
];

const ANSWERED =
  'policy=shanghai-2027&enrolling=child-out-of-school&permitExpiresOn=2026-12-31&insuredLastYear=false&pointsChange=unchanged&asOf=2026-11-22';

const WIDTHS = [320, 390, 800, 1280];

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface DrawnBoxes {
  readonly frame: Box;
  readonly texts: readonly Box[];
  readonly marks: readonly Box[];
}

/** Runs in the page: the drawing that is shown, its texts and its marks, in CSS pixels. */
const MEASURE = `(() => {
  const boxOf = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { text: element.textContent.trim() || element.getAttribute('class') || '', left, right, top, bottom };
  };
  const shown = [...document.querySelectorAll('.timeline-drawing, .chance-drawing')].filter(
    (drawing) => drawing.getBoundingClientRect().width > 0,
  );
  return shown.map((drawing) => ({
    frame: boxOf(drawing),
    texts: [...drawing.querySelectorAll('text')].map(boxOf),
    marks: [...drawing.querySelectorAll('.bar, .float, .window, .late, .column, .day-line, .band')].map(boxOf),
  }));
})()`;

describe.skipIf(!hasChromium)('the timeline in a browser', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startServer('2026-12-26T02:00:00Z');
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const drawn = [...FAMILIES.filter(({ verdict }) => verdict !== 'not-eligible'), ...OTHERS];

  // Who is done sees a calm page, and the drawing on a page of its own only.
  const drawnOnThePlan = drawn.filter(({ verdict }) => verdict !== 'done');

  it.each(drawnOnThePlan)('can be read on every width: $verdict', async ({ asOf, case: caseJson }) => {
    const { links } = await jsonOf(sendJson(`${server.url}/api/v1/plans`, caseJson));
    for (const language of ['zh', 'en']) {
      await page.goto(`${new URL(links.page).href}?asOf=${asOf}&lang=${language}`);
      await unfold(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        await expectReadable(page, `${language} at ${width} px`);
      }
      await page.evaluate('document.documentElement.dataset.type = "large"');
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await expectReadable(page, `${language} at ${width} px in large type`);
      }
    }
    expect(complaints).toEqual([]);
  });

  it.each(drawn)('prints on one sheet of A4: $verdict', async ({ asOf, case: caseJson }) => {
    const { links } = await jsonOf(sendJson(`${server.url}/api/v1/plans`, caseJson));
    for (const language of ['zh', 'en']) {
      await page.goto(`${links.page}/timeline?asOf=${asOf}&lang=${language}`);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g), language).toHaveLength(1);
    }
  });

  it('has a page of its own, from the plan and back, without scripts', async () => {
    await page.goto(`${server.url}/?${ANSWERED}&lang=zh`);
    await page.getByRole('link', { name: '单独打开这张图' }).click();
    expect(await page.getByRole('img', { name: '一张图看全程' }).count()).toBe(1);
    await page.getByRole('link', { name: '回到计划' }).click();
    expect(await page.getByRole('heading', { name: '今天做什么' }).count()).toBe(1);
  });

  it('gives the same days to a screen reader: a picture with a name, and a table that can be unfolded', async () => {
    await page.goto(`${server.url}/?${ANSWERED}&lang=en`);
    const section = page.getByRole('region', { name: 'The plan at a glance' });

    expect(await section.getByRole('img', { name: 'The plan at a glance' }).count()).toBe(1);
    await section.getByText('The same as a table').first().click();
    const row = section.getByRole('row').filter({ hasText: 'Renew the residence permit' });
    expect(await row.textContent()).toContain('Wed 9 Dec');
  });
});

/** Boxes of type are higher than its letters; so much they may share. */
const SHARED_PIXELS = 5;

async function expectReadable(page: Page, where: string): Promise<void> {
  const drawings = await page.evaluate<DrawnBoxes[]>(MEASURE);
  expect(drawings.length, where).toBeGreaterThan(0);
  for (const { frame, texts, marks } of drawings) {
    expect(marks.length, where).toBeGreaterThan(0);
    for (const { text, left, right, top, bottom } of [...texts, ...marks]) {
      const place = `“${text}”, ${where}`;
      expect(left, place).toBeGreaterThanOrEqual(frame.left - 1);
      expect(right, place).toBeLessThanOrEqual(frame.right + 1);
      expect(top, place).toBeGreaterThanOrEqual(frame.top - 1);
      expect(bottom, place).toBeLessThanOrEqual(frame.bottom + 1);
    }
    const meeting = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .flatMap((other) => (overlap(one, other) ? [`“${one.text}” “${other.text}”`] : [])),
    );
    expect(meeting, where).toEqual([]);
  }
}

function overlap(one: Box, other: Box): boolean {
  const sideways = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const downwards = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return sideways > 1 && downwards > SHARED_PIXELS;
}

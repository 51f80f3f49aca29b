import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import type { LikelihoodByStart } from '../../../src/domain/likelihood.ts';
import type { ChanceByStart } from '../../../src/domain/planned-route.ts';
import { chanceChart } from '../../../src/emitters/timeline/chance-chart.ts';
import { day, samplePlan, sampleRoute } from '../../support/sample-plan.ts';

function chartOf(days: readonly LikelihoodByStart[]) {
  const chanceByStart: ChanceByStart = { activity: 'renew-permit', days };
  const chart = chanceChart(samplePlan(), sampleRoute({ chanceByStart }), 'en');
  if (chart === null) throw new Error('there is nothing to draw');
  const drawing = chart.drawings.find(({ size }) => size === 'narrow');
  if (drawing === undefined) throw new Error('the narrow drawing is missing');
  return { ...chart, ...drawing };
}

const started = (text: string, onTime: number): LikelihoodByStart => ({
  startOn: day(text),
  likelihood: { onTime },
});

const DAYS = [
  started('2026-12-08', 1),
  started('2026-12-09', 1),
  started('2026-12-10', 0.5),
  started('2026-12-11', 0.1),
];

describe('the chance by start day', () => {
  it('is a column a day, as high as the chance: Thursday 10 December half as high as Wednesday 9', () => {
    const { columns, ground } = chartOf(DAYS);
    const heights = Object.fromEntries(columns.map(({ startOn, height }) => [startOn, height]));

    expect(heights['2026-12-09']).toBe(8);
    expect(heights['2026-12-10']).toBe(4);
    expect(heights['2026-12-11']).toBeCloseTo(0.8, 6);
    for (const { top, height } of columns) expect(top + height).toBeCloseTo(ground, 6);
  });

  it('numbers the first day and the last, and Mondays between them where there is room', () => {
    const days = Array.from({ length: 20 }, (_, index) => ({
      startOn: addDays(day('2026-12-02'), index),
      likelihood: { onTime: 1 },
    }));

    // Mon 21 is the last itself; Monday 14 and 7 stand clear of Wed 2.
    expect(chartOf(days).ticks.map(({ label }) => label)).toEqual(['2', '7', '14', '21']);
    expect(chartOf(days.slice(0, 19)).ticks.map(({ label }) => label)).toEqual(['2', '7', '14', '20']);
  });

  it('leaves no gap between days that follow each other', () => {
    const { columns } = chartOf(DAYS);

    for (const [index, { x, width }] of columns.slice(0, -1).entries())
      expect(x + width).toBeCloseTo(columns[index + 1]?.x ?? 0, 2);
  });

  it('says the same in rows, days with the same chance in one, and which day is the last of all', () => {
    const { rows, noneAfter, title } = chartOf(DAYS);

    expect(title).toContain('“Renew the residence permit”');
    expect(rows).toEqual([
      { days: 'Tue 8 Dec to Wed 9 Dec', chance: 'almost certain' },
      { days: 'Thu 10 Dec', chance: 'about five in ten' },
      { days: 'Fri 11 Dec', chance: 'about one in ten' },
    ]);
    expect(noneAfter).toContain('after Fri 11 Dec');
  });

  it('shows a chance that is known as a range as one', () => {
    const { columns, rows } = chartOf([
      { startOn: day('2026-12-08'), likelihood: { atLeast: 0.25, atMost: 0.75 } },
    ]);

    expect(columns[0]?.height).toBe(2);
    expect(columns[0]?.unsure?.height).toBe(4);
    expect(rows[0]?.chance).toBe('between “about three in ten” and “about eight in ten”');
  });

  it('is left out where no start day is in time', () => {
    expect(chanceChart(samplePlan(), sampleRoute({ chanceByStart: null }), 'en')).toBeNull();
  });
});

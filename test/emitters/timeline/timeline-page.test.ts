// The timeline as it stands in the page.

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import { renderTemplate } from '../../../src/emitters/templates.ts';
import { drawTimeline } from '../../../src/emitters/timeline/timeline.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';

function htmlOf(plan: Plan, locale: 'zh' | 'en' = 'en'): string {
  return renderTemplate('pages/timeline', {
    timeline: drawTimeline(plan, plan.routes[0], locale),
    aloneHref: '/timeline',
  });
}

const withChance = samplePlan({
  routes: [
    sampleRoute({
      chanceByStart: {
        activity: 'renew-permit',
        days: [{ startOn: day('2026-12-02'), likelihood: { onTime: 1 } }],
      },
    }),
  ],
});

describe('the timeline in the page', () => {
  it('is a picture with a name and a description, in each of its sizes, and has a table beside it', () => {
    const html = htmlOf(withChance);
    const pictures = html.match(
      /<svg[^>]*role="img"[^>]*>\s*<title id="[^"]+">[^<]+<\/title>\s*<desc id="[^"]+">[^<]+<\/desc>/g,
    );

    expect(pictures).toHaveLength(5);
    expect(html.match(/<table /g)).toHaveLength(2);
  });

  it('gives every id once, and names only ids that are there', () => {
    const html = htmlOf(withChance);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const named = [...html.matchAll(/(?:aria-labelledby|aria-describedby)="([^"]+)"|url\(#([^)]+)\)/g)].map(
      ([, label, link]) => label ?? link,
    );

    expect(new Set(ids).size).toBe(ids.length);
    expect(named.length).toBeGreaterThan(3);
    expect(ids).toEqual(expect.arrayContaining(named));
  });

  it('needs neither styles nor scripts in the page: the security policy forbids them', () => {
    expect(htmlOf(withChance)).not.toMatch(/\sstyle=|<style|<script|\son\w+=/);
  });

  it('shows what a policy says as text, also where it looks like markup', () => {
    const evil = '</text><script>alert(1)</script>" onload="alert(2)';
    const title = { zh: evil, en: evil };
    const route = sampleRoute({ activities: [samplePlannedActivity({ title })] });
    const html = htmlOf(samplePlan({ routes: [route] }));

    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<[^>]*onload=/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('is not there where there is nothing to draw', () => {
    expect(htmlOf(samplePlan({ routes: [] })).trim()).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { policyTold } from '../../../src/adapters/http/policies/policy-views.ts';
import { renderPoliciesPage } from '../../../src/emitters/pages/policies-page.ts';
import { renderPolicyPage } from '../../../src/emitters/pages/policy-page.ts';
import type { Policy } from '../../../src/policies/policy.ts';
import { shippedPolicy } from '../../policies/edited-policy.ts';
import { day } from '../../support/sample-plan.ts';

const frame = {
  locale: 'zh',
  otherLanguageHref: '/policies/shanghai-2026?lang=en',
  typeSize: 'standard',
  otherTypeHref: '/policies/shanghai-2026?type=large',
  homeHref: '/',
  languageQuery: '',
  stylesheetHref: '/static/site.css?v=1',
  iconHref: '/static/icon.svg?v=1',
} as const;

function pageOf(changes: Partial<Policy> = {}): string {
  const told = policyTold({ ...shippedPolicy('shanghai-2026'), ...changes }, 'zh', day('2026-11-22'));
  return renderPolicyPage({ ...told, frame, planHref: null, listHref: '/policies' });
}

const MARKUP = { zh: '<script>alert(1)</script>', en: '<b>' };

describe('the page of a policy', () => {
  it('shows what a policy says as text, also where it looks like markup', () => {
    const { sources, questions, fees } = shippedPolicy('shanghai-2026');
    const html = pageOf({
      title: MARKUP,
      fees: fees.map((fee) => ({ ...fee, title: MARKUP })),
      questions: questions.map((question) => ({ ...question, ask: MARKUP, whom: MARKUP })),
      sources: new Map(
        [...sources].map(([id, source]) => [id, { ...source, title: MARKUP, address: '"><script>' }]),
      ),
    });

    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('leads to sources elsewhere without telling them where the reader came from', () => {
    const links = [...pageOf().matchAll(/<a href="(https?:[^"]*)"([^>]*)>/g)];

    expect(links.length).toBeGreaterThan(0);
    for (const [, , attributes] of links) expect(attributes).toBe(' rel="noopener noreferrer"');
  });

  it('tells a cutoff of which only a range is known, its channel, and that it is an extension', () => {
    const { cutoffs } = shippedPolicy('shanghai-2026');
    const [payment] = cutoffs.values();
    if (payment === undefined) throw new Error('no cutoff');
    const extended = {
      ...payment,
      id: 'extension',
      until: day('2025-12-31'),
      at: '24:00',
      channel: 'bank-debit',
      status: 'extended',
      replaces: 'payment',
    } as const;
    const html = pageOf({
      cutoffs: new Map([
        ['extension', extended],
        ['payment', extended],
      ]),
    });

    expect(html).toContain('2025年12月25日（周四）至2025年12月31日（周三）之间，具体哪天不清楚 24:00');
    expect(html.split('银行代扣').length, 'it stands there once').toBe(2);
    expect(html).toContain('代替原定的截止日');
  });

  it('has a caption on every table, and a scope on every heading of one', () => {
    const html = pageOf();
    const tables = html.split('<table').slice(1);

    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) expect(table).toMatch(/^[^>]*>\s*<caption/);
    expect(html).not.toMatch(/<th(?![^>]*scope=)[ >]/);
  });
});

it('the list of policies shows titles as text', () => {
  const row = {
    title: '<script>',
    href: '/policies/x',
    isProjected: true,
    statusWord: '<i>',
    isPlannable: true,
    offers: '<i>',
    verified: '2026-11-22',
    stale: '<i>',
  };
  const html = renderPoliciesPage({ frame, places: [{ name: '<i>', policies: [row] }] });

  expect(html).not.toMatch(/<script|<i>/);
});

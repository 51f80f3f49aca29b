// What must hold on every page for everybody: WCAG as axe-core (MPL-2.0, in tests only) finds it, no sideways
// scrolling, nothing too small for a thumb. Each gives what is wrong as lines, so that a test compares with [].

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Every rule of axe-core, best practices too, that the page breaks: rule, what it says, where. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Put in by the debugger, which no Content-Security-Policy of a page stops.
  await page.evaluate(axe.source);
  const found = await page.evaluate<string>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations))',
  );
  const violations: axe.Result[] = JSON.parse(found);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary ?? ''}`),
  );
}

/** By how many pixels the page is wider than the window, and the elements that stand out. */
export async function sidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const standsOut = (element) => element.getBoundingClientRect().right > clientWidth + 0.5;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => standsOut(element) && ![...element.children].some(standsOut),
    );
    return [scrollWidth - clientWidth + ' px too wide', ...wide.map((element) => element.outerHTML.slice(0, 120))];
  })()`);
}

/**
 * What can be pressed and is lower than `smallest` CSS pixels. Links within a line of text are as high as the line
 * (WCAG 2.2, 2.5.8, lets them be), and a choice counts with its label.
 */
export async function tooSmallTargets(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const isInText = (link) => {
      const text = link.closest('p, li, dd, td');
      return link.tagName === 'A' && text !== null && text.innerText.trim().length > link.innerText.trim().length;
    };
    const pressed = [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden]), textarea')];
    return pressed
      .map((element) => (/^(radio|checkbox)$/.test(element.type) ? (element.closest('label') ?? element) : element))
      .filter((element) => element.checkVisibility() && !element.matches('.skip') && !isInText(element))
      .map((element) => [element, element.getBoundingClientRect().height])
      .filter(([, height]) => height > 0 && height < ${smallest} - 0.5)
      .map(([element, height]) => Math.round(height) + ' px: ' + element.outerHTML.slice(0, 120));
  })()`);
}

/** Unfolds everything that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const folded of document.querySelectorAll("details")) folded.open = true');
}

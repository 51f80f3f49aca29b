// Who can enrol and by which route, who cannot and what they do instead.

import type { BlockView, SaidView, SectionView } from '../../../emitters/pages/policy-page.ts';
import type { RouteDefinition, RouteStep } from '../../../policies/parts/route.ts';
import { type Line, said, type Telling } from './telling.ts';

export function whoSection(telling: Telling): SectionView | null {
  const { policy, words, say, ref, only } = telling;
  const routes = policy.routes.map((route) => routeSaid(route, telling));
  const excluded = policy.eligibility.map(({ when, because, instead, source }) =>
    said({
      text: say(because),
      ref: ref(source),
      lines: [
        { label: words.who.forWhom, text: only(when) ?? '', note: null, ref: null },
        { label: words.who.instead, text: say(instead), note: null, ref: ref(source) },
      ],
    }),
  );
  const blocks: BlockView[] = [
    { kind: 'said', title: words.routes, said: routes },
    { kind: 'said', title: words.notFor, said: excluded },
  ];
  const told = blocks.filter((block) => block.kind === 'said' && block.said.length > 0);
  return told.length === 0 ? null : { id: 'who', ...words.section.who, blocks: told };
}

function routeSaid(route: RouteDefinition, telling: Telling): SaidView {
  const { words, say, ref, only } = telling;
  const { forWhom, expected, otherwise, neverRecommended } = words.who;
  const line = (label: string, text: string | null) =>
    text === null ? [] : [{ label, text, note: null, ref: null }];
  return said({
    title: say(route.title),
    tag: route.isRecommendable ? null : neverRecommended,
    ref: ref(route.source),
    lines: [
      ...line(forWhom, only(route.when)),
      ...line(expected, only(route.expectWhen)),
      ...outcomeLines(route, telling),
      ...line(otherwise, say(route.notEligibleBecause)),
    ],
    steps: [...route.steps, ...route.followUp].map((step) => stepWords(step, telling)),
  });
}

/** The result of a step from which this route goes on. */
function outcomeLines(route: RouteDefinition, { policy, words, say, ref }: Telling): Line[] {
  return [...route.outcomes].flatMap(([id, outcome]) => {
    const activity = policy.activities.get(id);
    const seen = activity?.outcomes.get(outcome);
    if (activity === undefined || seen === undefined) return [];
    const text = words.outcome(say(activity.title), say(seen.title));
    return [{ label: words.outcomeLabel, text, note: null, ref: ref(seen.source) }];
  });
}

function stepWords(
  { activity, when, after }: RouteStep,
  { policy, words, shared, say, only }: Telling,
): string {
  const titleOf = (id: string) => {
    const known = policy.activities.get(id);
    return known === undefined ? id : say(known.title);
  };
  const condition = only(when);
  const title = condition === null ? titleOf(activity) : words.stepIf(titleOf(activity), condition);
  return after.reduce((text, { activity: before, minLag, maxLag }) => {
    const least = minLag.amount === 0 ? null : shared.period(minLag);
    const most = maxLag === null ? null : shared.period(maxLag);
    return least === null && most === null ? text : words.stepLag(text, titleOf(before), least, most);
  }, title);
}

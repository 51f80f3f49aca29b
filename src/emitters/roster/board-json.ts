// The board as JSON: one object, written in parts so that a long roster never stands in memory as one text.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Roster, RosterEntry, RosterWaves } from '../../domain/roster/roster.ts';
import type { RosterAnswer, RosterStep } from '../../domain/roster/roster-answer.ts';
import { VERDICTS_BY_URGENCY } from '../../domain/roster/urgency.ts';
import { type AnswerTexts, rowsOf, waveDays } from './board-row.ts';

/** Days are `YYYY-MM-DD`, inclusive; null: not known, or none is left. */
export function* renderBoardJson(roster: Roster, locale: Locale): Generator<string> {
  const head = JSON.stringify(headOf(roster, locale), null, 2);
  yield `${head.slice(0, -'\n}'.length)},\n  "people": [`;
  for (const { index, entry, texts } of rowsOf(roster, locale)) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(personOf(roster, { index, entry, texts }, locale))}`;
  }
  yield '\n  ]\n}\n';
}

/** The same as one object, for a roster that is not long. */
export function boardObject(roster: Roster, locale: Locale) {
  const people = [...rowsOf(roster, locale)].map((row) => personOf(roster, row, locale));
  return { ...headOf(roster, locale), people };
}

function headOf(
  { policy, asOf, cutoffs, entries, faultyRows, verdicts, assumed, waves }: Roster,
  locale: Locale,
) {
  return {
    policy: { id: policy.id, title: policy.title[locale], status: policy.status },
    asOf: formatDay(asOf),
    cutoffs: cutoffs.map(({ on, at, status, source }) => ({ on: formatDay(on), at, status, source })),
    planned: entries.length,
    faultyRows,
    verdicts: Object.fromEntries(VERDICTS_BY_URGENCY.map((verdict) => [verdict, verdicts.get(verdict) ?? 0])),
    assumed: assumed.map(({ fact, question, shown, people }) => ({
      fact,
      question: question[locale],
      value: shown[locale],
      people,
    })),
    capacity: waves === null ? null : capacityOf(waves),
  };
}

function capacityOf({ waves, left, leftAtLeast, days, oneMoreHand }: RosterWaves) {
  return {
    inNeed: waves.size,
    notInTime: left,
    /** No plan leaves out fewer; the same number: this is proved to be a best plan. */
    notInTimeAtLeast: leftAtLeast,
    days: days.map(({ on, approvals, visits }) => ({ on: formatDay(on), approvals, visits })),
    oneMoreHand: oneMoreHand.map(({ kind, on, saves }) => ({ kind, on: formatDay(on), saves })),
  };
}

interface Row {
  readonly index: number;
  readonly entry: RosterEntry;
  readonly texts: AnswerTexts;
}

function personOf(roster: Roster, { index, entry, texts }: Row, locale: Locale) {
  const { ref, line, answer } = entry;
  const { verdict, route, likelihood, floatWorkingDays, safeLastStart, missing } = answer;
  return {
    rank: index + 1,
    ref,
    line,
    verdict,
    route: route?.id ?? null,
    likelihood,
    totalFloatWorkingDays: floatWorkingDays,
    renewal: stepJson(answer.renewal, locale),
    safeLastStart: dayJson(safeLastStart),
    approval: stepJson(answer.approval, locale),
    visit: stepJson(answer.visit, locale),
    missing,
    next: nextJson(answer.next, texts, locale),
    ...(roster.waves === null ? {} : { wave: waveJson(roster, index) }),
  };
}

function stepJson(step: RosterStep | null, locale: Locale): object | null {
  if (step === null) return null;
  const { activity, title, from, until } = step;
  return { activity, title: title[locale], from: dayJson(from), until: dayJson(until) };
}

function nextJson({ kind, step, who }: RosterAnswer['next'], { next }: AnswerTexts, locale: Locale): object {
  return { kind, who, text: next, step: stepJson(step, locale) };
}

/** Null: in no need of HR, or too late whatever HR does. */
function waveJson(roster: Roster, index: number): object | null {
  if (!roster.waves?.waves.has(index)) return null;
  const { isFull, approval, visit } = waveDays(roster, index);
  const days = (wave: typeof approval) =>
    wave === null ? null : { on: formatDay(wave.on), by: formatDay(wave.by) };
  return { inTime: !isFull, approval: days(approval), visit: days(visit) };
}

function dayJson(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

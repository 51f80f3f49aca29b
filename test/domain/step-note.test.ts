import { describe, expect, it } from 'vitest';
import type { Actual } from '../../src/domain/case.ts';
import { noteOnStep, openStepsBefore, type StepNote } from '../../src/domain/step-note.ts';
import { day, samplePlan } from '../support/sample-plan.ts';

const MONDAY = day('2026-12-07');
const TUESDAY = day('2026-12-08');
const FAILED = {
  startedOn: MONDAY,
  finishedOn: MONDAY,
  outcome: 'failed',
  reason: 'the card was empty',
} as const;

function noted(changes: Partial<Actual>): Actual {
  return { startedOn: null, finishedOn: null, outcome: null, attempts: [], ...changes };
}

const doneOnTuesday: StepNote = { kind: 'done', on: TUESDAY, startedOn: null, outcome: null };

describe('a note on a step', () => {
  it.each<[string, Actual | undefined, StepNote, Actual | null]>([
    [
      'started on Monday: under way',
      undefined,
      { kind: 'started', on: MONDAY },
      noted({ startedOn: MONDAY }),
    ],
    [
      'done on Tuesday: all of it on that day',
      undefined,
      doneOnTuesday,
      noted({ startedOn: TUESDAY, finishedOn: TUESDAY }),
    ],
    [
      'started on Monday, done on Tuesday',
      noted({ startedOn: MONDAY }),
      doneOnTuesday,
      noted({ startedOn: MONDAY, finishedOn: TUESDAY }),
    ],
    [
      'done with the start that is told now',
      noted({ startedOn: TUESDAY }),
      { ...doneOnTuesday, startedOn: MONDAY },
      noted({ startedOn: MONDAY, finishedOn: TUESDAY }),
    ],
    [
      'done on Monday after all, though a start on Tuesday was noted',
      noted({ startedOn: TUESDAY }),
      { ...doneOnTuesday, on: MONDAY },
      noted({ startedOn: MONDAY, finishedOn: MONDAY }),
    ],
    [
      'done with an outcome',
      undefined,
      { ...doneOnTuesday, outcome: 'paper' },
      noted({ startedOn: TUESDAY, finishedOn: TUESDAY, outcome: 'paper' }),
    ],
    [
      'failed: open again, with the try kept',
      undefined,
      { kind: 'failed', on: MONDAY, reason: 'the card was empty' },
      noted({ attempts: [FAILED] }),
    ],
    [
      'refused on Tuesday what was done on Monday',
      noted({ startedOn: MONDAY, finishedOn: MONDAY }),
      { kind: 'refused', on: TUESDAY, reason: null },
      noted({
        attempts: [{ startedOn: MONDAY, finishedOn: TUESDAY, outcome: 'refused', reason: null }],
      }),
    ],
    [
      'done after a try that failed: the try stays',
      noted({ attempts: [FAILED] }),
      doneOnTuesday,
      noted({ startedOn: TUESDAY, finishedOn: TUESDAY, attempts: [FAILED] }),
    ],
  ])('%s', (_, before, note, after) => {
    expect(noteOnStep(before, note)).toEqual(after);
  });
});

describe('taking the last note back', () => {
  it.each<[string, Actual | undefined, Actual | null]>([
    ['of a single day: nothing is noted', noted({ startedOn: MONDAY, finishedOn: MONDAY }), null],
    [
      'of Monday to Tuesday: under way again',
      noted({ startedOn: MONDAY, finishedOn: TUESDAY, outcome: 'paper' }),
      noted({ startedOn: MONDAY }),
    ],
    ['of a start: nothing is noted', noted({ startedOn: MONDAY }), null],
    ['of a try that failed: nothing is noted', noted({ attempts: [FAILED] }), null],
    [
      'of what was done after a try that failed: the try stays',
      noted({ startedOn: TUESDAY, finishedOn: TUESDAY, attempts: [FAILED] }),
      noted({ attempts: [FAILED] }),
    ],
    ['where nothing is noted: still nothing', undefined, null],
  ])('%s', (_, before, after) => {
    expect(noteOnStep(before, { kind: 'taken-back' })).toEqual(after);
  });
});

describe('what people have to do before a step', () => {
  it.each([
    ['renew-permit', []],
    ['registration', ['renew-permit', 'hr-approval']],
    ['unknown', []],
  ])('%s leaves the offices out', (activity, before) => {
    expect(openStepsBefore(samplePlan(), activity).map(({ id }) => id)).toEqual(before);
  });
});

// A stored roster as routes/roster-answer.ts writes it, and the board as emitters/roster/board-json.ts does.

import { z } from 'zod';
import { said } from '../../../input/said.ts';
import { DayJson, DayOrNull, LikelihoodJson, SourceId, VerdictName } from './small-shapes.ts';

const Ref = said(z.string(), { zh: '人事自己的编号', en: 'HR’s own key' });

const IssueJson = z.object({ path: z.string(), message: z.string() });

const StepJson = z
  .object({ activity: z.string(), title: z.string(), from: DayOrNull, until: DayOrNull })
  .meta({ id: 'RosterStep' });

const WaveDay = z.object({ on: DayJson, by: DayJson }).nullable();

const PersonJson = z
  .object({
    rank: z.int().min(1),
    ref: Ref,
    line: z.int().min(1),
    verdict: VerdictName,
    route: z.string().nullable(),
    likelihood: LikelihoodJson.nullable(),
    totalFloatWorkingDays: z.int().nullable(),
    renewal: StepJson.nullable(),
    safeLastStart: DayOrNull,
    approval: StepJson.nullable(),
    visit: StepJson.nullable(),
    missing: said(z.array(z.string()), { zh: '没有回答的事实', en: 'Facts that nobody has answered' }),
    next: z.object({
      kind: z.enum(['do', 'await', 'prepare', 'ask', 'nothing']),
      who: z.enum(['applicant', 'employer', 'office']).nullable(),
      text: z.string(),
      step: StepJson.nullable(),
    }),
    wave: said(z.object({ inTime: z.boolean(), approval: WaveDay, visit: WaveDay }).nullable().optional(), {
      zh: '人事哪天为这个人办；不需要人事的是 null，没有填人手时没有这一项',
      en: 'When HR serves them; null: in no need of HR; missing while nobody said what HR can do in a day',
    }),
    links: z.object({
      page: said(z.url().nullable(), {
        zh: '给本人的链接，可以标记；只能看的人得到 null',
        en: 'To hand to the person, who can note things with it; null for somebody who may only look',
      }),
      viewPage: z.url().nullable(),
    }),
  })
  .meta({ id: 'RosterPerson' });

const Places = z.object({ served: z.int(), places: z.int().nullable() });

const BoardJson = z
  .object({
    policy: z.object({ id: z.string(), title: z.string(), status: z.string() }),
    asOf: DayJson,
    cutoffs: z.array(
      z.object({
        on: DayJson,
        at: z.string().nullable(),
        status: z.string(),
        source: SourceId.nullable(),
      }),
    ),
    planned: z.int(),
    faultyRows: z.int(),
    verdicts: z.record(VerdictName, z.int()),
    assumed: z.array(
      z.object({ fact: z.string(), question: z.string(), value: z.string(), people: z.int() }),
    ),
    capacity: z
      .object({
        inNeed: z.int(),
        notInTime: z.int(),
        notInTimeAtLeast: z.int(),
        days: z.array(z.object({ on: DayJson, approvals: Places, visits: Places })),
        oneMoreHand: z.array(
          z.object({ kind: z.enum(['approvals', 'visits']), on: DayJson, saves: z.int() }),
        ),
      })
      .nullable(),
    people: said(z.array(PersonJson), { zh: '最急的在前', en: 'The most urgent first' }),
  })
  .meta({ id: 'Board' });

const ROSTER = {
  title: z.string(),
  policy: z.string(),
  settings: z.object({ capacity: z.string(), daysOff: z.string() }),
  links: z.object({
    self: z.url(),
    page: z.url(),
    view: z.url(),
    viewPage: z.url(),
    calendarFile: z.url(),
    calendarFeed: z.url(),
    webcal: z.url(),
  }),
  board: said(BoardJson.nullable(), {
    zh: '看板；政策已不在时是 null',
    en: 'The board; null when its policy is not there any more',
  }),
  misfits: said(z.array(z.object({ ref: Ref, issues: z.array(IssueJson) })), {
    zh: '按现在的政策已做不出计划的人，和原因',
    en: 'Of whom no plan can be made any more as the policy stands now, and why',
  }),
  deleted: said(z.array(Ref), {
    zh: '本人已删除计划的编号',
    en: 'Keys of those whose plan was deleted through its own link',
  }),
};

export const RosterJson = z.object(ROSTER).meta({ id: 'Roster' });

const UploadChangeJson = z.object({
  section: z.enum(['facts', 'actuals']),
  id: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});

export const UploadedRosterJson = z
  .object({
    ...ROSTER,
    upload: z.object({
      added: z.array(Ref),
      changed: z.array(
        z.object({
          ref: Ref,
          changes: z.array(UploadChangeJson),
          kept: said(z.array(UploadChangeJson), {
            zh: '文件与别人的标记不同，保留了标记',
            en: 'Where the file says otherwise than somebody noted: the note stays',
          }),
          refused: z.array(IssueJson),
        }),
      ),
      unchanged: z.int(),
      absent: said(z.array(Ref), {
        zh: '名册里有、文件里没有的人；他们保留着',
        en: 'Who is in the roster and not in the file: they stay',
      }),
      faults: z.array(IssueJson.extend({ line: z.int().min(1), column: z.int().min(1) })),
      unusedColumns: z.array(z.string()),
    }),
  })
  .meta({ id: 'UploadedRoster' });

export const MarkedJson = z
  .object({
    marked: z.array(Ref),
    refused: z.array(z.object({ ref: Ref, issues: z.array(IssueJson) })),
  })
  .meta({ id: 'MarkedPeople' });

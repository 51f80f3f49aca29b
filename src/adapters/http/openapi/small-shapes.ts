// The small shapes that the answers of the API share. What an answer leaves out is null, never missing, unless the
// shape says so.

import { z } from 'zod';
import { CONFIDENCES } from '../../../domain/provenance.ts';
import { said } from '../../../input/said.ts';
import { UnitName } from '../../../input/shapes.ts';

/** An inclusive civil day in the policy's zone. */
export const DayJson = said(z.iso.date(), {
  zh: '日期，含当天，以政策所在时区计',
  en: 'A civil day in the policy’s zone, inclusive',
});

export const DayOrNull = DayJson.nullable();

export const SourceId = said(z.string(), {
  zh: '出处的编号，见 sources',
  en: 'The id of a source, see sources',
});

export const ConfidenceName = z.enum(CONFIDENCES);

export const Period = z.object({ amount: z.int(), unit: UnitName });

export const Chance = z.number().min(0).max(1);

export const LikelihoodJson = said(
  z.union([z.object({ onTime: Chance }), z.object({ atLeast: Chance, atMost: Chance })]),
  {
    zh: '按时办成的可能：精确值，或其上下限',
    en: 'The chance of being in time: exact, or where only a bracket is exact, its two ends',
  },
).meta({ id: 'Likelihood' });

/** What became of an address that was given. */
export const SubscribedJson = z
  .object({
    status: z.enum(['confirmation-sent', 'already-confirmed']),
    mailFolder: said(z.string().nullable(), {
      zh: '没有配置邮件服务器时，邮件写到这个文件夹',
      en: 'Where mails are written while there is no relay; null: they are sent',
    }),
  })
  .meta({ id: 'Subscribed' });

/** A text in both languages. */
export const Both = z.object({ zh: z.string(), en: z.string() });

export const VerdictName = said(
  z.enum(['not-eligible', 'done', 'too-late', 'at-risk', 'tight', 'on-track']),
  {
    zh: 'too-late：最快也来不及；at-risk：各处都用足时限就来不及；tight：余量不足3个工作日',
    en: 'too-late: not even with the shortest durations; at-risk: not if every office takes its full time; tight: under 3 working days to spare',
  },
).meta({ id: 'Verdict' });

export function byScenario<Shape extends z.ZodType>(shape: Shape) {
  return z.object({ min: shape, mode: shape, max: shape, statutory: shape });
}

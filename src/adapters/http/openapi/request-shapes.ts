// What the API takes, as it is checked: the same shapes stand in the document of the API.

import { z } from 'zod';
import { LOCALES } from '../../../domain/localized.ts';
import { DayText } from '../../../input/shapes.ts';

export const RenewBody = z
  .strictObject({ renew: z.array(z.enum(['feed', 'view', 'edit', 'step'])).min(1) })
  .meta({ id: 'RenewLinks' });

/** What an address may be is checked where it is subscribed. */
export const ReminderBody = z
  .object({
    email: z.string(),
    locale: z.enum(LOCALES).optional(),
    audience: z
      .enum(['family', 'employer'])
      .optional()
      .describe('Whom the address belongs to: the employer hears of the employer’s steps alone.'),
    reference: z.string().optional().describe('By what the employer knows whom it is about.'),
  })
  .meta({ id: 'SubscribeToReminders' });

/** The digest of a roster is for whoever keeps it, so nothing is said of whose address it is. */
export const RosterAddressBody = z
  .strictObject({ email: z.string(), locale: z.enum(LOCALES).optional() })
  .meta({ id: 'SubscribeToDigest' });

const NotedPeople = z
  .array(z.strictObject({ ref: z.string().min(1), activity: z.string().min(1) }))
  .min(1)
  .max(200)
  .describe('HR’s keys, each with the step that is noted; 200 at a time.');

const EarlierDone = z
  .boolean()
  .optional()
  .describe('Whether the steps before it that nobody noted are done too; left out: they are not.');

/** A note on a step, for many people at once. */
export const MarksBody = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('done'),
      people: NotedPeople,
      on: DayText,
      outcome: z.string().optional(),
      earlierDone: EarlierDone,
    }),
    z.strictObject({
      kind: z.literal('started'),
      people: NotedPeople,
      on: DayText,
      earlierDone: EarlierDone,
    }),
    z.strictObject({
      kind: z.enum(['refused', 'failed']),
      people: NotedPeople,
      on: DayText,
      reason: z.string().max(500).optional(),
    }),
    z.strictObject({ kind: z.literal('taken-back'), people: NotedPeople }),
  ])
  .meta({ id: 'MarkPeople' });

/** What is left out stays; an empty text takes it away. What may stand in each is checked where it is kept. */
export const RosterChange = z
  .strictObject({
    title: z.string().optional(),
    capacity: z.string().optional().describe('Such as visits=5/day,approvals=20/day'),
    daysOff: z.string().optional().describe('Such as 2026-12-24,2026-12-28..2026-12-31'),
  })
  .meta({ id: 'RosterChange' });

export const RenewRosterBody = z
  .strictObject({ renew: z.array(z.enum(['feed', 'view', 'edit'])).min(1) })
  .meta({ id: 'RenewRosterLinks' });

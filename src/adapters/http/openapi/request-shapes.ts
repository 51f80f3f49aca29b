// What the API takes, as it is checked: the same shapes stand in the document of the API.

import { z } from 'zod';
import { LOCALES } from '../../../domain/localized.ts';

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

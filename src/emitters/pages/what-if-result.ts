// The part of a plan's page that says what would change, alone.

import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import { renderTemplate } from '../templates.ts';
import { type WhatIfForm, whatIfView } from '../what-if/what-if-view.ts';

/** Empty where nothing can be tried on the plan. */
export function renderWhatIfResult(plan: Plan, form: WhatIfForm, locale: Locale): string {
  const whatIf = whatIfView(plan, form, locale);
  return whatIf === null ? '' : renderTemplate('pages/what-if-result', { whatIf });
}

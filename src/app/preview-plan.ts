// A case → its plan or its calendar, kept nowhere.

import type { Locale } from '../domain/localized.ts';
import type { Plan } from '../domain/plan.ts';
import type { Result } from '../domain/problem.ts';
import { renderCalendar } from '../emitters/calendar/render-calendar.ts';
import { calendarFile, calendarIdOf } from './calendar-file.ts';
import { compareWhatIf } from './compare-what-if.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import type { CalendarFile, Lastbus } from './lastbus.ts';
import { makePlan } from './make-plan.ts';
import { instantOf, todayIn } from './zoned-time.ts';

type PreviewDependencies = Pick<Dependencies, 'book' | 'clock' | 'publicUrl'>;

/** The use cases that need no storage. */
export function createPreviews(
  dependencies: PreviewDependencies,
): Pick<Lastbus, 'previewPlan' | 'previewCalendar' | 'previewWhatIf'> {
  return {
    previewPlan: (caseJson, route) => previewPlan(dependencies, caseJson, route),
    previewWhatIf: (caseJson, whatIf) =>
      compareWhatIf(dependencies.book, caseJson, todayIn(dependencies.clock), null, whatIf),
    previewCalendar: (caseJson, locale, route) => previewCalendar(dependencies, caseJson, locale, route),
  };
}

/** The plan of a case; where `route` is given, with that route in the place of the recommended one. */
function previewPlan({ book, clock }: PreviewDependencies, caseJson: unknown, route?: string): Result<Plan> {
  const plan = makePlan(book, caseJson, todayIn(clock), null);
  return plan.ok && route !== undefined ? chooseRoute(plan.value, route) : plan;
}

function chooseRoute(plan: Plan, id: string): Result<Plan> {
  const route = plan.routes.find((candidate) => candidate.id === id);
  if (route !== undefined)
    return { ok: true, value: { ...plan, recommendedRoute: id, verdict: route.verdict } };
  const allowed = plan.routes.map((candidate) => candidate.id).join(' | ');
  return { ok: false, problems: [{ path: ['route'], what: 'unknown route', value: id, allowed }] };
}

/** The calendar file of a case, stamped with the start of the plan's own day: the same case, the same bytes. */
function previewCalendar(
  dependencies: PreviewDependencies,
  caseJson: unknown,
  locale: Locale,
  route?: string,
): Result<CalendarFile> {
  const plan = previewPlan(dependencies, caseJson, route);
  if (!plan.ok) return plan;
  const { asOf, policy } = plan.value;
  const stamp = instantOf(asOf, '00:00', policy.zone);
  const content = renderCalendar(plan.value, {
    locale,
    kind: 'file',
    calendarId: calendarIdOf(JSON.stringify(caseJson)),
    host: hostOf(dependencies),
    stamp,
    sequence: 0,
    viewUrl: null,
  });
  return { ok: true, value: calendarFile(content, stamp) };
}

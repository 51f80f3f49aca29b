// The use cases over one set of dependencies, as the face that adapters call.

import { changePlan } from './change-plan.ts';
import {
  confirmSubscription,
  findConfirmation,
  findUnsubscription,
  reopen,
  unsubscribe,
} from './confirm-subscription.ts';
import type { Dependencies } from './dependencies.ts';
import { findEmployerStep, markEmployerStep } from './employer-step.ts';
import { exportPlan } from './export-plan.ts';
import type { Lastbus } from './lastbus.ts';
import { listCalendarEntries } from './list-calendar-entries.ts';
import { listPlanChanges } from './list-plan-changes.ts';
import { findMailedStep, noteMailedStep } from './mailed-step.ts';
import { planNextSeason, policyAfter } from './next-season.ts';
import { noteStep } from './note-step.ts';
import { openPlan } from './open-plan.ts';
import { openWhatIf } from './open-what-if.ts';
import { createPreviews } from './preview-plan.ts';
import { publishCalendar, publishEntry } from './publish-calendar.ts';
import { removeAddress } from './remove-address.ts';
import { removePlan } from './remove-plan.ts';
import { renewLinks } from './renew-links.ts';
import { storePlan } from './store-plan.ts';
import { storePlanOnce } from './store-plan-once.ts';
import { createRosters } from './stored-roster/rosters.ts';
import { subscribe } from './subscribe.ts';
import { todayIn } from './zoned-time.ts';

export function createLastbus(dependencies: Dependencies): Lastbus {
  const { clock, mailFolder } = dependencies;
  return {
    listPolicies: () =>
      [...dependencies.book.policies.values()].toSorted(
        (a, b) => b.policyYear - a.policyYear || a.id.localeCompare(b.id),
      ),
    findPolicy: (id) => dependencies.book.policies.get(id),
    todayIn: todayIn(clock),
    ...createPreviews(dependencies),
    storePlan: (caseJson, locale) => storePlan(dependencies, caseJson, locale),
    storePlanOnce: (caseJson, locale, key) => storePlanOnce(dependencies, caseJson, locale, key),
    openPlan: (token, asOf) => openPlan(dependencies, token, asOf),
    listPlanChanges: (token) => listPlanChanges(dependencies, token),
    openWhatIf: (token, asOf, whatIf) => openWhatIf(dependencies, token, asOf, whatIf),
    changePlan: (token, patch, expectedVersion) => changePlan(dependencies, token, patch, expectedVersion),
    findMailedStep: (token, activity) => findMailedStep(dependencies, token, activity),
    noteMailedStep: (token, activity, note) => noteMailedStep(dependencies, token, activity, note),
    noteStep: (token, noted) => noteStep(dependencies, token, noted),
    findEmployerStep: (token) => findEmployerStep(dependencies, token),
    markEmployerStep: (token, activity, mark) => markEmployerStep(dependencies, token, activity, mark),
    findPolicyAfter: (policy) => policyAfter(dependencies.book, policy),
    planNextSeason: (token, locale, client) => planNextSeason(dependencies, token, locale, client),
    exportPlan: (token) => exportPlan(dependencies, token),
    removePlan: (token) => removePlan(dependencies, token),
    renewLinks: (token, kinds) => renewLinks(dependencies, token, kinds),
    publishCalendar: (token, kind) => publishCalendar(dependencies, token, kind),
    publishEntry: (token, entryName) => publishEntry(dependencies, token, entryName),
    listCalendarEntries: (token) => listCalendarEntries(dependencies, token),
    subscribe: (token, address, locale, options) => subscribe(dependencies, token, address, locale, options),
    removeAddress: (token, subscriptionId) => removeAddress(dependencies, token, subscriptionId),
    findConfirmation: (token) => findConfirmation(dependencies, token),
    confirm: (token) => confirmSubscription(dependencies, token),
    findUnsubscription: (token) => findUnsubscription(dependencies, token),
    unsubscribe: (token) => unsubscribe(dependencies, token),
    reopen: (token, address, client) => reopen(dependencies, token, address, client),
    rosters: createRosters(dependencies),
    mailFolder,
  };
}

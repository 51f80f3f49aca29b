// The addresses of a stored plan, for programs and for people.

import type { PlanTokens } from '../../../app/lastbus.ts';
import type { PlanLinks } from '../../../emitters/pages/stored-plan-page.ts';

/** Whole addresses. What only the owner may do is null for somebody with a view-only link. */
export function apiLinks(publicUrl: string, { edit, view, feed, step }: PlanTokens): object {
  const own = edit ?? view;
  const self = `${publicUrl}/api/v1/plans/${own}`;
  const calendarFeed = feedAddress(publicUrl, feed);
  return {
    self,
    page: `${publicUrl}/plans/${own}`,
    view: `${publicUrl}/api/v1/plans/${view}`,
    viewPage: `${publicUrl}/plans/${view}`,
    calendarFile: `${calendarFeed}?download=1`,
    calendarFeed,
    webcal: webcalAddress(calendarFeed),
    reminders: edit === null ? null : `${self}/reminders`,
    step: step === null ? null : stepAddress(publicUrl, step),
  };
}

export function pageLinks(publicUrl: string, { edit, view, feed }: PlanTokens): PlanLinks {
  return {
    edit: edit === null ? null : `${publicUrl}/plans/${edit}`,
    view: `${publicUrl}/plans/${view}`,
    download: `/calendars/${feed}.ics?download=1`,
    actions: `/plans/${edit ?? view}`,
  };
}

/** Where HR sees and marks the employer's step. */
export function stepAddress(publicUrl: string, stepToken: string): string {
  return `${publicUrl}/steps/${stepToken}`;
}

export function feedAddress(publicUrl: string, feedToken: string): string {
  return `${publicUrl}/calendars/${feedToken}.ics`;
}

/** The scheme that Apple's and Microsoft's calendars take for "subscribe to this". */
export function webcalAddress(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}

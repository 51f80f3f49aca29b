// The catalogue of the timeline: what stands in the drawing, under it, and in the table that says the same.

import type { Actor } from '../../../domain/planned-activity.ts';
import type { LegendKey } from '../legend.ts';

export interface TimelineWords {
  readonly title: string;
  /** The link to the page of its own, the way back, and what stands there when nothing can be drawn. */
  readonly alone: string;
  readonly backToPlan: string;
  readonly nothingToDraw: string;
  /** What the drawing shows, for who cannot see it. */
  readonly description: (from: string, until: string) => string;
  /** Who acts, above their steps. */
  readonly lane: Readonly<Record<Actor, string>>;
  readonly today: (day: string) => string;
  readonly cutoff: (day: string) => string;
  readonly month: (monthName: string, year: number) => string;
  readonly step: (number: number, title: string) => string;
  readonly latestStart: (day: string) => string;
  readonly resultBy: (day: string) => string;
  readonly expected: (day: string) => string;
  readonly underWay: string;
  readonly doneOn: (day: string) => string;
  readonly dayUnknown: string;
  readonly spare: (days: number) => string;
  readonly join: (parts: readonly string[]) => string;
  readonly legendTitle: string;
  readonly legend: Readonly<Record<LegendKey, string>>;
  /** The days of each kind in the drawing; `days` are single days and ranges. */
  readonly closures: (days: readonly string[]) => string;
  readonly makeUpDays: (days: readonly string[]) => string;
  readonly unpublished: (from: string) => string;
  readonly range: (from: string, until: string) => string;
  readonly table: {
    readonly open: string;
    readonly caption: string;
    readonly step: string;
    readonly actor: string;
    readonly earliest: string;
    readonly latest: string;
    readonly float: string;
    readonly window: (text: string) => string;
    readonly opens: (day: string) => string;
    readonly closes: (day: string) => string;
    readonly startBy: (day: string) => string;
    readonly finishBy: (day: string) => string;
    readonly mayMove: (from: string, until: string) => string;
    readonly noLatest: string;
  };
  readonly chance: {
    readonly open: string;
    readonly title: (step: string) => string;
    readonly description: string;
    readonly tenths: (tenths: number) => string;
    readonly basis: (isReportedOnly: boolean) => string;
    readonly between: (least: string, most: string) => string;
    readonly noneAfter: (day: string) => string;
    readonly tableOpen: string;
    readonly startOn: string;
    readonly chance: string;
  };
}

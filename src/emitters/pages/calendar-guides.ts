// Which calendar programs the guide knows, and how sure what it says of each is. The words are in words/.
//
// Makers of calendars promise almost nothing of this, so nearly all of it is what others have seen. What nobody we
// know of has seen is marked as not checked; a guide that only sounds sure would cost a family its last bus.

/** `tried`: seen by ourselves. `reported`: by others, not promised by the maker. `unchecked`: by nobody we know of. */
export type Surety = 'tried' | 'reported' | 'unchecked';

export type GuideId =
  | 'apple'
  | 'huawei'
  | 'xiaomi'
  | 'android'
  | 'google'
  | 'outlook-web'
  | 'outlook-classic'
  | 'thunderbird'
  | 'work-apps';

export interface CalendarGuide {
  readonly id: GuideId;
  /** It fetches a feed with servers of its own, over https only; left out: the device fetches it. */
  readonly fetchesFromOutside?: true;
  /**
   * Of how it is taken in, where its switch for alerts is, and how often it looks for changes. Null where it needs
   * nobody to say so: a file is not looked for again.
   */
  readonly sureties: Readonly<Record<'steps' | 'alerts' | 'refresh', Surety | null>>;
}

const reported = { steps: 'reported', alerts: 'reported', refresh: 'reported' } as const;
const uncheckedFile = { steps: 'unchecked', alerts: 'unchecked', refresh: null } as const;

/** In the order in which families in mainland China are likely to need them. */
export const CALENDAR_GUIDES: readonly CalendarGuide[] = [
  { id: 'apple', sureties: { ...reported, alerts: 'unchecked' } },
  { id: 'huawei', sureties: uncheckedFile },
  { id: 'xiaomi', sureties: { ...uncheckedFile, steps: 'reported' } },
  { id: 'android', sureties: reported },
  { id: 'outlook-web', fetchesFromOutside: true, sureties: reported },
  { id: 'outlook-classic', sureties: reported },
  { id: 'google', fetchesFromOutside: true, sureties: reported },
  { id: 'thunderbird', sureties: { ...reported, refresh: 'tried' } },
  { id: 'work-apps', sureties: { steps: 'unchecked', alerts: null, refresh: null } },
];

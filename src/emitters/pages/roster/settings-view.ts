// What HR says of a roster beside its people, as fields: on the page that makes one and on the one that changes it.

/** As it was typed. */
export interface TypedSettings {
  readonly title: string;
  readonly approvals: string;
  readonly visits: string;
  /** Places on some days only, as `RosterSettings.capacity` writes them. */
  readonly onDays: string;
  readonly daysOff: string;
}

export const NO_SETTINGS: TypedSettings = { title: '', approvals: '', visits: '', onDays: '', daysOff: '' };

/** What is wrong with a field, in words. */
export type SettingsFaults = Readonly<Partial<Record<keyof TypedSettings, string>>>;

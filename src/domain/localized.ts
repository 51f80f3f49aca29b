// A text in the two languages of the project. Policies bring theirs; the rest is in emitters/wording.

export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export type Localized = Readonly<Record<Locale, string>>;

// --lang zh|en of the commands about policies.

import { LOCALES, type Locale } from '../../../domain/localized.ts';
import { UsageError } from '../terminal.ts';

/** English when it is not said: these commands are for those who keep the files. */
export const LANGUAGE_OPTION = { lang: { type: 'string', default: 'en' } } as const;

export function localeOf(typed: string): Locale {
  const locale = LOCALES.find((known) => known === typed);
  if (locale !== undefined) return locale;
  throw new UsageError(`--lang: not an allowed value, "${typed}", allowed: ${LOCALES.join(' | ')}`);
}

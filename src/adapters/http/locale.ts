// In which language to answer: `?lang=zh|en`, else what the browser asks for, else Chinese. The choice among
// accepted languages is Express's own (`negotiator`).

import type { RequestHandler } from 'express';
import { LOCALES, type Locale } from '../../domain/localized.ts';
import { FORM_NAMES, formText } from './forms/case-form.ts';
import type { AnyRequest } from './http-context.ts';

/** The language that the address itself asks for; null when it leaves it to the browser. */
export function chosenLocale(req: AnyRequest): Locale | null {
  const text = formText(req.query, FORM_NAMES.language);
  return LOCALES.find((locale) => locale === text) ?? null;
}

export function localeOf(req: AnyRequest): Locale {
  const accepted = req.acceptsLanguages(...LOCALES);
  return chosenLocale(req) ?? LOCALES.find((locale) => locale === accepted) ?? 'zh';
}

/** Says in which language the answer is, and that it depends on the request. */
export const tellLanguage: RequestHandler = (req, res, next) => {
  res.set('Content-Language', localeOf(req) === 'zh' ? 'zh-CN' : 'en');
  res.vary('Accept-Language');
  next();
};

/** The path with `?lang=` where the address had it, so that a chosen language stays chosen. */
export function inChosenLanguage(req: AnyRequest, path: string): string {
  const chosen = chosenLocale(req);
  return chosen === null ? path : `${path}${path.includes('?') ? '&' : '?'}${FORM_NAMES.language}=${chosen}`;
}

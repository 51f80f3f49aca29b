// The API as an OpenAPI 3.1 document, made of the shapes that check what comes in and of those that tests hold the
// answers against. zod-openapi (MIT, no dependencies; docs/decisions/0019): it puts zod's own JSON Schema into the
// places where OpenAPI wants it.

import { createDocument, type ZodOpenApiOverride } from 'zod-openapi';
import type { Locale } from '../../../domain/localized.ts';
import { told } from '../../../input/said.ts';
import { DayText } from '../../../input/shapes.ts';
import { inLocale } from './in-locale.ts';
import { CALENDAR_PATHS, POLICY_PATHS, SERVICE_PATHS } from './other-operations.ts';
import { PLAN_PATHS } from './plan-operations.ts';
import { ROSTER_PATHS } from './roster-operations.ts';

/** The version of the API, and not of the program: fields may be added to it, never renamed or dropped. */
const API_VERSION = '1.0.0';

const DESCRIPTION = {
  zh: '从截止日期倒排参保步骤。日期都是政策所在时区的日期（YYYY-MM-DD，含当天）。错误是 application/problem+json（RFC 9457）；此处没有列出的，是带编号的500。文字用 Accept-Language 或 ?lang=zh|en 所要的语言。字段可能增加，不会改名或消失。',
  en: 'Plans enrolment backwards from the cutoff. Days are civil days of the policy’s zone, YYYY-MM-DD, inclusive. Errors are application/problem+json (RFC 9457); what is not listed here is a 500 with an id. Texts are in the language of Accept-Language or of ?lang=zh|en. Fields may be added, never renamed or dropped.',
};

/** @param publicUrl where the API is reached. */
export function apiDocument(publicUrl: string, locale: Locale): object {
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Lastbus 末班车',
        version: API_VERSION,
        license: { name: 'MIT', identifier: 'MIT' },
        ...told({ description: DESCRIPTION }),
      },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'plans', ...told({ description: { zh: '计划', en: 'Plans' } }) },
        { name: 'rosters', ...told({ description: { zh: '名册', en: 'Rosters, for employers' } }) },
        { name: 'policies', ...told({ description: { zh: '政策', en: 'Policies' } }) },
        { name: 'calendars', ...told({ description: { zh: '日历', en: 'Calendars' } }) },
        { name: 'service', ...told({ description: { zh: '服务', en: 'The service' } }) },
      ],
      paths: { ...PLAN_PATHS, ...ROSTER_PATHS, ...POLICY_PATHS, ...CALENDAR_PATHS, ...SERVICE_PATHS },
    },
    { override: tidy },
  );
  return inLocale(document, locale) as object;
}

/** What zod says of a shape, as readers of the document need it. */
function tidy({ jsonSchema, zodSchema, io }: Parameters<ZodOpenApiOverride>[0]): void {
  // Readers must expect fields that are not there yet.
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  // A day is checked by more than its form, which zod cannot know.
  if (zodSchema === DayText) jsonSchema.format = 'date';
  if (jsonSchema.type === 'integer') {
    // The bounds of what JavaScript counts exactly say nothing about the API.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  }
}

// The answers of the API that are not data: problems of every kind, and those without a body.

import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import type { Refusal } from '../../../emitters/pages/words/page-words.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import { said, told } from '../../../input/said.ts';
import { STATUS_OF } from '../refusals.ts';

const ISSUES = said(z.array(z.object({ path: z.string(), message: z.string() })), {
  zh: '输入里的每一处错误：位置（JSONPath）、值、允许的写法',
  en: 'Every fault of the input: where (JSONPath), the value, the allowed form',
});

const RetryAfter = z.object({
  'Retry-After': said(z.string().regex(/^\d+$/), {
    zh: '多少秒后再来',
    en: 'Come again after so many seconds',
  }),
});

function problemShape(status: number, codes: readonly Refusal[]) {
  return z
    .object({
      type: z.literal('about:blank'),
      title: z.literal(STATUS_CODES[status] ?? ''),
      status: z.literal(status),
      code: z.enum(codes),
      detail: z.string(),
      instance: z.string().optional(),
      requestId: said(z.string(), {
        zh: '日志中这个请求的编号，也在 X-Request-Id 里',
        en: 'What the log calls this request; also in X-Request-Id',
      }),
      issues: ISSUES.optional(),
    })
    .meta({ id: `Problem${status}` });
}

/** One shape a status, with every code that has it. */
const PROBLEMS = Object.fromEntries(
  Object.entries(Object.groupBy(Object.keys(STATUS_OF) as Refusal[], (code) => STATUS_OF[code])).map(
    ([status, codes = []]) => [status, { codes, shape: problemShape(Number(status), codes) }],
  ),
);

const WAITS: readonly number[] = [429, 503];

/** RFC 9457, by status. */
export function problems(...statuses: readonly number[]): Record<string, ZodOpenApiResponseObject> {
  return Object.fromEntries(statuses.map((status) => [String(status), problem(status)]));
}

function problem(status: number): ZodOpenApiResponseObject {
  const found = PROBLEMS[status];
  if (found === undefined) throw new Error(`nothing is refused with ${status}`);
  const titles = (locale: 'zh' | 'en') =>
    found.codes.map((code) => pageWordsOf(locale).refusal[code].title).join(' · ');
  return {
    ...told({ description: { zh: titles('zh'), en: titles('en') } }),
    ...(WAITS.includes(status) ? { headers: RetryAfter } : {}),
    content: { 'application/problem+json': { schema: found.shape } },
  };
}

export const NOT_MODIFIED: ZodOpenApiResponseObject = told({
  description: { zh: '与 If-None-Match 所说的相同', en: 'The same as If-None-Match says' },
});

export const Tagged = z.object({
  ETag: said(z.string(), { zh: '用于 If-None-Match 和 If-Match', en: 'For If-None-Match and If-Match' }),
});

// The operations on plans.

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { PlanChange } from '../../../app/change-plan.ts';
import { said, told } from '../../../input/said.ts';
import { CaseFile } from '../../../policies/compile/case-file.ts';
import { NOT_MODIFIED, problems, Tagged } from './answers.ts';
import { LinksJson, PlanJson, StoredPlanJson } from './plan-shape.ts';
import { ReminderBody, RenewBody } from './request-shapes.ts';
import { DayJson, SubscribedJson } from './small-shapes.ts';

const TAG = ['plans'];

const PlanToken = z.object({
  planToken: said(z.string(), {
    zh: '保存时得到的链接的最后一段；它就是钥匙',
    en: 'The last part of a link that was given out when the plan was stored; it is the key',
  }),
});

const CaseBody = {
  required: true,
  content: {
    'application/json': {
      schema: CaseFile.meta({ id: 'Case' }),
      example: {
        policy: 'shanghai-2027',
        facts: {
          enrolling: 'child-out-of-school',
          permitExpiresOn: '2026-12-31',
          pointsChange: 'unchanged',
          insuredLastYear: false,
        },
      },
    },
  },
};

function json<Shape extends z.ZodType>(schema: Shape) {
  return { 'application/json': { schema } };
}

export const PLAN_PATHS: ZodOpenApiPathsObject = {
  '/api/v1/plans/preview': {
    post: {
      operationId: 'previewPlan',
      tags: TAG,
      ...told({
        summary: { zh: '算出计划，不保存', en: 'Plan a case; nothing is stored' },
        description: {
          zh: '要填的事实见 GET /api/v1/policies/{id} 的 facts。所有错误一次说全。',
          en: 'Which facts a policy asks for stands in facts of GET /api/v1/policies/{id}. All faults are told at once.',
        },
      }),
      requestBody: CaseBody,
      responses: {
        200: { ...told({ description: { zh: '计划', en: 'The plan' } }), content: json(PlanJson) },
        ...problems(400, 413, 415, 422, 429, 503),
      },
    },
  },
  '/api/v1/plans': {
    post: {
      operationId: 'storePlan',
      tags: TAG,
      ...told({
        summary: { zh: '保存计划', en: 'Store a plan' },
        description: {
          zh: '回答里的链接就是钥匙。带 Idempotency-Key 的同一请求，24小时内重发只保存一次，得到第一次的回答；同一个键换了内容则被拒绝（422）。请用 UUID：知道它和内容的人能得到链接；不足20个字符的键只对发来它的地址有效。',
          en: 'The links in the answer are keys. With an Idempotency-Key the same request sent again within 24 hours stores nothing and gets the first answer again; the same key with another case is refused (422). Use a UUID: whoever knows it and the case gets the links. A key of fewer than 20 characters counts only for the address that it came from.',
        },
      }),
      requestParams: {
        header: z.object({
          'Idempotency-Key': said(z.string().max(257).optional(), {
            zh: '1至255个可见ASCII字符，如 UUID；可以加引号',
            en: '1 to 255 visible ASCII characters, such as a UUID; in quotes or not',
          }),
        }),
      },
      requestBody: CaseBody,
      responses: {
        201: {
          ...told({ description: { zh: '已保存，附各个链接', en: 'Stored, with its links' } }),
          headers: Tagged.extend({ Location: z.url() }),
          content: json(StoredPlanJson),
        },
        ...problems(400, 413, 415, 422, 429, 503),
      },
    },
  },
  '/api/v1/plans/{planToken}': {
    get: {
      operationId: 'readPlan',
      tags: TAG,
      ...told({ summary: { zh: '今天（或某一天）看到的计划', en: 'The plan as of today, or of a day' } }),
      requestParams: {
        path: PlanToken,
        query: z.object({ asOf: said(DayJson.optional(), { zh: '从哪一天看', en: 'The day to look from' }) }),
        header: z.object({ 'If-None-Match': z.string().optional() }),
      },
      responses: {
        200: {
          ...told({ description: { zh: '计划', en: 'The plan' } }),
          headers: Tagged,
          content: json(StoredPlanJson),
        },
        304: NOT_MODIFIED,
        ...problems(400, 404, 429, 503),
      },
    },
    patch: {
      operationId: 'changePlan',
      tags: TAG,
      ...told({
        summary: { zh: '改事实，记下已经办的事', en: 'Change facts, note what has happened' },
        description: {
          zh: '逐个键合并；null 把它去掉。带 If-Match 时，版本已变则不改（412）。',
          en: 'Merged key by key; null takes one away. With If-Match nothing changes when the version has (412).',
        },
      }),
      requestParams: { path: PlanToken, header: z.object({ 'If-Match': z.string().optional() }) },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: PlanChange,
            example: {
              actuals: { 'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' } },
            },
          },
          'application/merge-patch+json': { schema: PlanChange },
        },
      },
      responses: {
        200: {
          ...told({ description: { zh: '改后的计划', en: 'The plan as it is now' } }),
          headers: Tagged,
          content: json(StoredPlanJson),
        },
        ...problems(400, 403, 404, 412, 413, 415, 422, 429, 503),
      },
    },
    delete: {
      operationId: 'removePlan',
      tags: TAG,
      ...told({
        summary: {
          zh: '删除计划和它的一切',
          en: 'Delete the plan and every trace of it, pending reminders too',
        },
      }),
      requestParams: { path: PlanToken },
      responses: {
        204: told({ description: { zh: '已删除', en: 'Deleted' } }),
        ...problems(403, 404, 429, 503),
      },
    },
  },
  '/api/v1/plans/{planToken}/links': {
    post: {
      operationId: 'renewLinks',
      tags: TAG,
      ...told({
        summary: { zh: '换新链接，旧的作废', en: 'Give out links anew; the old ones open nothing' },
      }),
      requestParams: { path: PlanToken },
      requestBody: { required: true, content: json(RenewBody) },
      responses: {
        200: {
          ...told({ description: { zh: '现在的链接', en: 'The links as they are now' } }),
          content: json(z.object({ links: LinksJson })),
        },
        ...problems(400, 403, 404, 409, 413, 415, 429, 503),
      },
    },
  },
  '/api/v1/plans/{planToken}/reminders': {
    post: {
      operationId: 'subscribeToReminders',
      tags: TAG,
      ...told({
        summary: { zh: '订阅邮件提醒', en: 'Ask for reminders by mail' },
        description: {
          zh: '先发一封确认邮件；没有确认之前，不再发别的。',
          en: 'A confirmation mail goes out; nothing else is sent before it is confirmed.',
        },
      }),
      requestParams: { path: PlanToken },
      requestBody: { required: true, content: json(ReminderBody) },
      responses: {
        202: {
          ...told({ description: { zh: '确认邮件待发', en: 'The confirmation mail is on its way' } }),
          content: json(SubscribedJson),
        },
        ...problems(400, 403, 404, 409, 413, 415, 429, 503),
      },
    },
  },
};

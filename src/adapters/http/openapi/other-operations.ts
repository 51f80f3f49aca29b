// The operations beside those on plans: policies, calendars, the document itself, and whether the server is up.

import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { said, told } from '../../../input/said.ts';
import { NOT_MODIFIED, problems, Tagged } from './answers.ts';
import { PolicyJson, PolicySummary } from './policy-shape.ts';

const Conditional = z.object({ 'If-None-Match': z.string().optional() });

function tagged(contentType: string, schema: z.ZodType, text: { zh: string; en: string }) {
  return {
    ...told({ description: text }),
    headers: Tagged,
    content: { [contentType]: { schema } },
  } satisfies ZodOpenApiResponseObject;
}

const Calendar = z.string().meta({ contentMediaType: 'text/calendar' });

const FeedToken = z.object({ feedToken: z.string() });

const CALENDAR = {
  200: {
    ...tagged('text/calendar', Calendar, { zh: '日历（RFC 5545）', en: 'A calendar (RFC 5545)' }),
    headers: Tagged.extend({ 'Last-Modified': z.string() }),
  },
  304: NOT_MODIFIED,
  ...problems(404, 503),
};

const Check = z.enum(['ok', 'failed']);

const Readiness = z.object({
  status: Check,
  checks: z.record(z.string(), Check),
  policies: z.object({
    leftOut: said(z.array(z.object({ file: z.string(), faults: z.int() })), {
      zh: '因有错误而没有采用的政策文件',
      en: 'Policy files that were left out for their faults',
    }),
  }),
});

export const POLICY_PATHS: ZodOpenApiPathsObject = {
  '/api/v1/policies': {
    get: {
      operationId: 'listPolicies',
      tags: ['policies'],
      ...told({ summary: { zh: '有哪些政策', en: 'The policies that are known, newest year first' } }),
      requestParams: { header: Conditional },
      responses: {
        200: tagged('application/json', z.object({ policies: z.array(PolicySummary) }), {
          zh: '政策',
          en: 'The policies',
        }),
        304: NOT_MODIFIED,
        ...problems(429, 503),
      },
    },
  },
  '/api/v1/policies/{id}': {
    get: {
      operationId: 'readPolicy',
      tags: ['policies'],
      ...told({
        summary: {
          zh: '一项政策：要问什么、所有数值、各自的出处',
          en: 'One policy: what it asks, every value, each with its source',
        },
      }),
      requestParams: { path: z.object({ id: z.string() }), header: Conditional },
      responses: {
        200: tagged('application/json', PolicyJson, { zh: '政策', en: 'The policy' }),
        304: NOT_MODIFIED,
        ...problems(404, 429, 503),
      },
    },
  },
};

export const CALENDAR_PATHS: ZodOpenApiPathsObject = {
  '/calendars/{feedToken}.ics': {
    get: {
      operationId: 'readFeed',
      tags: ['calendars'],
      ...told({ summary: { zh: '日历订阅或文件', en: 'The calendar feed of a plan, or the file' } }),
      requestParams: {
        path: FeedToken,
        query: z.object({
          download: said(z.literal('1').optional(), {
            zh: '作为文件，带 Content-Disposition',
            en: 'As a file, with Content-Disposition',
          }),
        }),
        header: Conditional.extend({ 'If-Modified-Since': z.string().optional() }),
      },
      responses: CALENDAR,
    },
  },
  '/calendars/{feedToken}/{entryName}.ics': {
    get: {
      operationId: 'readEntry',
      tags: ['calendars'],
      ...told({ summary: { zh: '日历中的一条', en: 'One entry of the calendar, as a file' } }),
      requestParams: { path: FeedToken.extend({ entryName: z.string() }), header: Conditional },
      responses: CALENDAR,
    },
  },
};

export const SERVICE_PATHS: ZodOpenApiPathsObject = {
  '/api/v1/openapi.json': {
    get: {
      operationId: 'readDocument',
      tags: ['service'],
      ...told({ summary: { zh: '本文件', en: 'This document' } }),
      requestParams: { header: Conditional },
      responses: {
        200: tagged('application/json', z.looseObject({ openapi: z.string() }), {
          zh: 'OpenAPI 3.1',
          en: 'OpenAPI 3.1',
        }),
        304: NOT_MODIFIED,
        ...problems(429, 503),
      },
    },
  },
  '/healthz': {
    get: {
      operationId: 'isUp',
      tags: ['service'],
      ...told({ summary: { zh: '进程在运行', en: 'Whether the process is up' } }),
      responses: {
        200: {
          ...told({ description: { zh: '在运行', en: 'It is' } }),
          content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } },
        },
        503: {
          ...told({
            description: { zh: '即将停止，请转向另一个', en: 'It is being stopped: turn to another one' },
          }),
          content: { 'application/json': { schema: z.object({ status: z.literal('ending') }) } },
        },
      },
    },
  },
  '/readyz': {
    get: {
      operationId: 'isReady',
      tags: ['service'],
      ...told({ summary: { zh: '所需的一切都在工作', en: 'Whether all that it needs works' } }),
      responses: {
        200: {
          ...told({ description: { zh: '就绪', en: 'Ready' } }),
          content: { 'application/json': { schema: Readiness } },
        },
        503: {
          ...told({ description: { zh: '未就绪', en: 'Not ready' } }),
          content: { 'application/json': { schema: Readiness } },
        },
      },
    },
  },
};

// The operations on stored rosters.

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { said, told } from '../../../input/said.ts';
import { NOT_MODIFIED, problems, Tagged } from './answers.ts';
import { MarksBody, RenewRosterBody, RosterAddressBody, RosterChange } from './request-shapes.ts';
import { MarkedJson, RosterJson, UploadedRosterJson } from './roster-shape.ts';
import { DayJson, SubscribedJson } from './small-shapes.ts';

const TAG = ['rosters'];

const RosterToken = z.object({
  rosterToken: said(z.string(), {
    zh: '上传时得到的链接的最后一段；它就是钥匙',
    en: 'The last part of a link that was given out at the upload; it is the key',
  }),
});

const TABLE = {
  required: true,
  content: {
    'text/csv': {
      schema: z.string().meta({ contentMediaType: 'text/csv' }),
      example: 'ref,enrolling,permitExpiresOn\n1001,child-out-of-school,2026-12-31\n',
    },
  },
};

function json<Shape extends z.ZodType>(schema: Shape) {
  return { 'application/json': { schema } };
}

const ROSTER_NOW = {
  ...told({ description: { zh: '现在的名册', en: 'The roster as it is now' } }),
  content: json(RosterJson),
};

export const ROSTER_PATHS: ZodOpenApiPathsObject = {
  '/api/v1/rosters': {
    post: {
      operationId: 'storeRoster',
      tags: TAG,
      ...told({
        summary: { zh: '上传名册，每人一份计划', en: 'Upload a roster: a plan for everybody in it' },
        description: {
          zh: '表格存成的 CSV（UTF-8、UTF-16 或 GB18030），不超过 2 MiB、2,000 人。有错的行逐处列出，其余照样保存；没有一行能用时什么也不保存（400），issues 的 path 是 $.lines[行].columns[列]，都从1数起。',
          en: 'A table saved as CSV (UTF-8, UTF-16 or GB18030), at most 2 MiB and 2,000 people. Rows at fault are listed, the others stored; where none can be used nothing is (400), and the path of an issue is $.lines[LINE].columns[COLUMN], both from 1.',
        },
      }),
      requestParams: {
        query: z.object({
          policy: said(z.string().optional(), {
            zh: '政策的编号；不填：唯一还没截止的那一项',
            en: 'The id of a policy; left out: the only one whose cutoff is still to come',
          }),
          title: z.string().optional(),
          capacity: said(z.string().optional(), {
            zh: '人事一天能办多少，如 visits=5/day',
            en: 'How much HR can do in a day, such as visits=5/day',
          }),
          daysOff: said(z.string().optional(), {
            zh: '人事不上班的日子，如 2026-12-24',
            en: 'Days on which HR does not work, such as 2026-12-24',
          }),
        }),
      },
      requestBody: TABLE,
      responses: {
        201: {
          ...told({ description: { zh: '已保存，附各个链接', en: 'Stored, with its links' } }),
          headers: z.object({ Location: z.url() }),
          content: json(UploadedRosterJson),
        },
        ...problems(400, 413, 415, 422, 429, 503),
      },
    },
  },
  '/api/v1/rosters/{rosterToken}': {
    get: {
      operationId: 'readRoster',
      tags: TAG,
      ...told({ summary: { zh: '今天（或某一天）的看板', en: 'The board as of today, or of a day' } }),
      requestParams: {
        path: RosterToken,
        query: z.object({ asOf: said(DayJson.optional(), { zh: '从哪一天看', en: 'The day to look from' }) }),
        header: z.object({ 'If-None-Match': z.string().optional() }),
      },
      responses: {
        200: {
          ...told({ description: { zh: '名册', en: 'The roster' } }),
          headers: Tagged,
          content: json(RosterJson),
        },
        304: NOT_MODIFIED,
        ...problems(400, 404, 429, 503),
      },
    },
    patch: {
      operationId: 'changeRoster',
      tags: TAG,
      ...told({
        summary: {
          zh: '改名称、人手和不上班的日子',
          en: 'Change the title, what HR can do in a day, its days off',
        },
      }),
      requestParams: { path: RosterToken },
      requestBody: { required: true, content: json(RosterChange) },
      responses: { 200: ROSTER_NOW, ...problems(400, 403, 404, 413, 415, 429, 503) },
    },
    delete: {
      operationId: 'removeRoster',
      tags: TAG,
      ...told({
        summary: {
          zh: '删除名册和所有人的计划',
          en: 'Delete the roster, everybody’s plan and their reminders',
        },
      }),
      requestParams: { path: RosterToken },
      responses: {
        204: told({ description: { zh: '已删除', en: 'Deleted' } }),
        ...problems(403, 404, 429, 503),
      },
    },
  },
  '/api/v1/rosters/{rosterToken}/people': {
    put: {
      operationId: 'uploadRosterAgain',
      tags: TAG,
      ...told({
        summary: { zh: '上传新的一份，按编号更新', en: 'Upload a newer file; people are known by their key' },
        description: {
          zh: '只改文件里与上次不同的；别人的标记不会丢。文件里没有的人保留。',
          en: 'Only what differs from the last file counts; what somebody noted is never lost. Who is not in the file stays.',
        },
      }),
      requestParams: { path: RosterToken },
      requestBody: TABLE,
      responses: {
        200: {
          ...told({ description: { zh: '改了什么', en: 'What changed' } }),
          content: json(UploadedRosterJson),
        },
        ...problems(400, 403, 404, 413, 415, 422, 429, 503),
      },
    },
  },
  '/api/v1/rosters/{rosterToken}/people/{ref}': {
    delete: {
      operationId: 'removePerson',
      tags: TAG,
      ...told({
        summary: { zh: '去掉一个人和他的计划', en: 'Take a person out, with their plan' },
      }),
      requestParams: { path: RosterToken.extend({ ref: z.string() }) },
      responses: { 200: ROSTER_NOW, ...problems(403, 404, 429, 503) },
    },
  },
  '/api/v1/rosters/{rosterToken}/marks': {
    post: {
      operationId: 'markPeople',
      tags: TAG,
      ...told({
        summary: { zh: '一次标记很多人的一步', en: 'Note a step of many people at once' },
        description: {
          zh: '每个人各自成败：一个人不可能的，不影响别人。',
          en: 'Everybody by themselves: what is impossible for one holds up nobody else.',
        },
      }),
      requestParams: { path: RosterToken },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: MarksBody,
            example: {
              kind: 'done',
              people: [{ ref: '1001', activity: 'renew-permit' }],
              on: '2026-12-02',
            },
          },
        },
      },
      responses: {
        200: {
          ...told({ description: { zh: '谁标记了，谁没有', en: 'Who is marked, and who is not' } }),
          content: json(MarkedJson),
        },
        ...problems(400, 403, 404, 413, 415, 429, 503),
      },
    },
  },
  '/api/v1/rosters/{rosterToken}/reminders': {
    post: {
      operationId: 'subscribeToDigest',
      tags: TAG,
      ...told({
        summary: { zh: '订阅名册的汇总信', en: 'Ask for the digest by mail' },
        description: {
          zh: '每周一早上一封，有人变红（有风险或来不及）的早上一封。先发一封确认邮件；没有确认之前，不再发别的。',
          en: 'A mail every Monday morning, and on mornings when somebody turned red (at risk or too late). A confirmation mail goes out; nothing else is sent before it is confirmed.',
        },
      }),
      requestParams: { path: RosterToken },
      requestBody: { required: true, content: json(RosterAddressBody) },
      responses: {
        202: {
          ...told({ description: { zh: '确认邮件待发', en: 'The confirmation mail is on its way' } }),
          content: json(SubscribedJson),
        },
        ...problems(400, 403, 404, 409, 413, 415, 429, 503),
      },
    },
  },
  '/api/v1/rosters/{rosterToken}/links': {
    post: {
      operationId: 'renewRosterLinks',
      tags: TAG,
      ...told({
        summary: { zh: '换新链接，旧的作废', en: 'Give out links anew; the old ones open nothing' },
      }),
      requestParams: { path: RosterToken },
      requestBody: { required: true, content: json(RenewRosterBody) },
      responses: { 200: ROSTER_NOW, ...problems(400, 403, 404, 409, 413, 415, 429, 503) },
    },
  },
};

// Whatever a text holds and wherever it reaches a mail, the mail has the headers that it has otherwise, one recipient and
// one calendar. Tried on the octets that leave, as two readers take them: line by line, and by mailparser.

import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSmtpTransport } from '../../../src/adapters/mail/smtp-transport.ts';
import { digestOf } from '../../../src/domain/plan-digest.ts';
import { hrDaysOf } from '../../../src/domain/roster/hr-days.ts';
import { rosterAnswerOf } from '../../../src/domain/roster/roster-answer.ts';
import { renderConfirmMail } from '../../../src/emitters/emails/confirm-mail.ts';
import { renderDigestMail } from '../../../src/emitters/emails/digest-mail.ts';
import { renderEmployerMail } from '../../../src/emitters/emails/employer-mail.ts';
import { renderMisfitMail } from '../../../src/emitters/emails/misfit-mail.ts';
import { renderReminderMail } from '../../../src/emitters/emails/reminder-mail.ts';
import type { MailMessage } from '../../../src/ports/mail-transport.ts';
import { day } from '../../support/sample-plan.ts';
import { planSaying, type WildTexts, wildText, wildTexts } from '../../support/wild-texts.ts';
import { readBack, SENDER } from './read-back.ts';
import { sampleMail } from './sample-mail.ts';
import { openScriptedRelay } from './scripted-relay.ts';

const RUNS = 60;
const SEED = 20_161_225;

/** The names of the header lines, in order, folded lines put together. A bare CR or LF ends a line for some readers. */
function headerNames(raw: string): string[] {
  const [head = ''] = raw.split(/\r\n\r\n/);
  return head
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split(/\r\n|[\r\n]/)
    .map((line) => line.split(':')[0] ?? '');
}

async function shapeOf(message: MailMessage) {
  const { raw, parsed } = await readBack(message);
  const recipients = [parsed.to, parsed.cc, parsed.bcc].flatMap((field) =>
    [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address)),
  );
  const attachments = parsed.attachments.map(({ contentType }) => contentType);
  return { names: headerNames(raw), recipients, attachments, raw, parsed };
}

const options = {
  locale: 'zh',
  to: 'family@example.com',
  messageId: 'p1.renew-permit.window-opens.2026-12-02@lastbus.example',
  planUrl: 'https://lastbus.example/plans/AbC',
  stepUrl: 'https://lastbus.example/steps/AbC',
  confirmUrl: 'https://lastbus.example/reminders/confirm/XyZ',
  doneUrlOf: (activity: string) => `https://lastbus.example/reminders/done/token/${activity}`,
  unsubscribeUrl: 'https://lastbus.example/reminders/unsubscribe/XyZ',
  threadId: 'plan.k7f3@lastbus.example',
  listId: 'reminders.lastbus.example',
} as const;

type Render = (texts: WildTexts, locale: 'zh' | 'en') => MailMessage;

const both = (text: string) => ({ zh: text, en: text });

const MAILS: Readonly<Record<string, Render>> = {
  'the reminder': (texts, locale) => {
    const plan = planSaying(texts);
    const [route] = plan.routes;
    if (route === undefined) throw new Error('the plan of a test has no route');
    const reminders = [{ activity: 'renew-permit', kind: 'window-opens', day: day('2026-12-02') }] as const;
    return renderReminderMail(
      { plan: { ...plan, asOf: day('2026-12-02') }, route, reminders, change: null },
      { ...options, locale, calendar: null },
    );
  },
  'the mail to HR': (texts, locale) => {
    const plan = planSaying(texts);
    const step = plan.routes[0]?.activities.find(({ id }) => id === 'renew-permit');
    if (step === undefined) throw new Error('the plan of a test has no renewal');
    return renderEmployerMail(plan, step, ['start-soon'], { ...options, locale, reference: texts.tip });
  },
  'the mail that asks for a confirmation': (texts, locale) =>
    renderConfirmMail(both(texts.policy), { ...options, locale }),
  'the digest of a roster': (texts, locale) => {
    const { policy, asOf, cutoff, today, routes } = planSaying(texts);
    const answer = rosterAnswerOf({
      asOf,
      recommended: routes[0],
      safeLastStart: null,
      cutoff,
      today,
      missing: [],
    });
    const entries = [{ ref: texts.tip, line: 2, answer }];
    const verdicts = new Map([[answer.verdict, 1]]);
    const roster = {
      policy,
      asOf,
      cutoffs: [cutoff],
      entries,
      faultyRows: 0,
      verdicts,
      assumed: [],
      waves: null,
    };
    const digest = {
      roster,
      kind: 'red',
      turnedRed: entries,
      week: hrDaysOf(roster),
      weekUntil: asOf,
    } as const;
    const boardUrl = 'https://lastbus.example/rosters/AbC';
    return renderDigestMail(digest, {
      ...options,
      locale,
      boardUrl,
      rosterTitle: texts.title,
      misfits: [texts.place],
    });
  },
  'the mail that asks for an answer': (texts, locale) =>
    renderMisfitMail(
      {
        policyTitle: both(texts.policy),
        questions: [both(texts.title), both(texts.place)],
        change: { before: digestOf(planSaying(texts)), after: null, causes: [] },
      },
      { ...options, locale },
    ),
};

const PLAIN = Object.fromEntries(
  ['policy', 'title', 'place', 'bring', 'tip', 'office', 'ownCutoff', 'source', 'ifMissed'].map((place) => [
    place,
    'an ordinary text',
  ]),
) as unknown as WildTexts;

describe.each(Object.entries(MAILS))('%s', (_, render) => {
  it.each(['zh', 'en'] as const)(
    'has no header, no recipient and no part more for any text (%s)',
    async (locale) => {
      const plain = await shapeOf(render(PLAIN, locale));

      expect(plain.recipients).toEqual([options.to]);
      await fc.assert(
        fc.asyncProperty(wildTexts, async (texts) => {
          const { names, recipients, attachments, raw, parsed } = await shapeOf(render(texts, locale));

          expect(names).toEqual(plain.names);
          expect(recipients).toEqual(plain.recipients);
          expect(attachments).toEqual(plain.attachments);
          // Neither a bare CR or LF nor a NUL, which SMTP does not carry.
          expect(raw.replaceAll('\r\n', ' ')).not.toMatch(/[\r\n\0]/);
          expect(parsed.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        }),
        { seed: SEED, numRuns: RUNS },
      );
    },
  );
});

describe('a mail whose every field holds whatever there is', () => {
  const wildMail = fc
    .record({
      subject: wildText,
      text: wildText,
      html: wildText,
      list: wildText,
      id: wildText,
      file: wildText,
    })
    .map(({ subject, text, html, list, id, file }) =>
      sampleMail({
        subject,
        text,
        html,
        messageId: id,
        headers: { ...sampleMail().headers, 'List-Id': `<${list}>`, References: `<${id}>` },
        calendar: { filename: `${file}.ics`, content: sampleMail().calendar?.content ?? '' },
      }),
    );

  it('goes to its recipient with the headers that it has otherwise', async () => {
    const headers = { ...sampleMail().headers, References: '<an@example.org>' };
    const plain = await shapeOf(sampleMail({ headers }));

    await fc.assert(
      fc.asyncProperty(wildMail, async (message) => {
        const { names, recipients, attachments } = await shapeOf(message);

        expect(names.toSorted()).toEqual(plain.names.toSorted());
        expect(recipients).toEqual(['family@example.com']);
        expect(attachments).toEqual(plain.attachments);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it.each([
    ['family@example.com\r\nRCPT TO:<thief@example.net>'],
    ['family@example.com>\r\nRCPT TO:<thief@example.net'],
    ['family@example.com, thief@example.net'],
    ['family@example.com\nBcc: thief@example.net'],
    ['"a\r\nb"@example.com'],
  ])('reaches nobody else over SMTP when its address is %j', async (to) => {
    const recipients: string[] = [];
    const relay = await openScriptedRelay({
      onRcptTo({ address }, _session, callback) {
        recipients.push(address);
        callback();
      },
    });
    const transport = openSmtpTransport({ url: relay.url, from: SENDER, dkim: null });
    onTestFinished(async () => {
      await transport.close();
      await relay.close();
    });

    await transport.deliver(sampleMail({ to }));

    expect(recipients.length).toBeLessThanOrEqual(1);
    expect(recipients).not.toContain('thief@example.net');
    expect(relay.mails.flatMap(headerNames)).not.toContain('Bcc');
  });
});

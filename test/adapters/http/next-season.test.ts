import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsTo, postForm } from './as-people-do.ts';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';
import { onServer, type StoredLinks, sendJson } from './stored-case.ts';

let server: RunningServer;

/** Saturday 20 December 2025: the year 2026 is paid for and checked, and the rules of 2027 are projected. */
beforeAll(async () => {
  server = await startServer('2025-12-20T02:00:00Z');
});
afterAll(() => server.close());

const FACTS = {
  enrolling: 'child-out-of-school',
  permitExpiresOn: '2025-12-20',
  pointsChange: 'unchanged',
  bornOn: '2023-05',
  pointsValidUntil: '2025-12-20',
};

const STEPS = ['renew-permit', 'points-form', 'hr-approval', 'points-notice', 'registration', 'payment'];

const post = (address: string, values: Record<string, string> = {}) =>
  postForm(onServer(server, address), values);

async function store(policy: string, facts: object): Promise<StoredLinks> {
  return (await jsonOf(await sendJson(`${server.url}/api/v1/plans`, { policy, facts }))).links;
}

/** Every step noted as done on Monday 1 December, the payment checked on Friday 19. */
async function donePlan(): Promise<StoredLinks> {
  const links = await store('shanghai-2026', FACTS);
  for (const step of STEPS) {
    const outcome: Record<string, string> = step === 'hr-approval' ? { outcome: 'online' } : {};
    const noted = await post(`${links.page}/steps/${step}`, { kind: 'done', when: '2025-12-01', ...outcome });
    expect(noted.status, step).toBe(303);
  }
  await post(`${links.page}/steps/payment-check`, { kind: 'done', when: '2025-12-19' });
  return links;
}

async function htmlOf(address: string, language = 'zh'): Promise<string> {
  return (await fetch(`${onServer(server, address)}?lang=${language}`)).text();
}

async function nextOf(links: StoredLinks) {
  const response = await post(`${links.page}/next-season`);
  const page = response.headers.get('Location') ?? '';
  const token = /\/plans\/([\w-]{22})\?news=saved$/.exec(page)?.[1];
  return token === undefined ? undefined : jsonOf(fetch(`${server.url}/api/v1/plans/${token}`));
}

describe('a plan that is done', () => {
  it('says so calmly, leaves out what is of no use any more, and offers the next year in one tap', async () => {
    const html = await htmlOf((await donePlan()).page);

    expect(html).toContain('都办好了，可以放心了');
    expect(html).toContain('排好2027年度的计划');
    expect(html).toContain('规则还没有公布，先按今年的推测');
    for (const gone of ['赶上的可能', '万一错过', '其他途径', '您没有填，先按通常情况算'])
      expect(html).not.toContain(gone);
  });

  it.each([
    [
      'zh',
      '同一张居住证还有这些日子',
      ['2024年：9月1日至30日参加', '2022年：1月6日起审核材料', '请先查当年的通知', '有正式依据', '仅见报道'],
    ],
    [
      'en',
      'Other dates that go by the same permit',
      [
        'In 2024: to join, 1 to 30 September',
        'In 2022: Papers looked at from 6 January',
        'look up this year’s',
      ],
    ],
  ])(
    'tells in %s what else goes by the same permit, of which year, and who says so',
    async (language, title, told) => {
      const html = await htmlOf((await donePlan()).page, language);
      const section = html.slice(html.indexOf(title));

      expect(html).toContain(title);
      for (const text of told) expect(section).toContain(text);
      const [, path = '', source = ''] =
        /href="(\/policies\/shanghai-2026[^"#]*)#(source-\d+)"/.exec(section) ?? [];
      const policyPage = await (await fetch(`${server.url}${path}`)).text();
      const row = policyPage.slice(policyPage.indexOf(`id="${source}"`)).split('</tr>')[0];
      expect(row).toContain('shanghai.gov.cn, bm.manmankan');
    },
  );

  it('becomes the plan of the next year: insured, the renewed permit a year later, the birth as it was', async () => {
    const links = await donePlan();
    const next = await nextOf(links);

    expect(next.policy.id).toBe('shanghai-2027');
    expect(next.facts).toMatchObject({
      enrolling: 'child-out-of-school',
      permitExpiresOn: '2026-12-20',
      insuredLastYear: true,
      childOnPointsNotice: 'yes',
      bornOn: '2023-05',
    });
    // Last year's term of the points says nothing about the next.
    expect(next.facts.pointsValidUntil).toBeNull();
    expect(
      next.routes.flatMap(({ activities }: { activities: { state: string }[] }) => activities),
    ).not.toContainEqual(expect.objectContaining({ state: 'done' }));
    expect((await jsonOf(fetch(onServer(server, links.self)))).verdict).toBe('done');
  });

  it('asks the addresses that got its reminders whether they want those of the next year', async () => {
    const links = await donePlan();
    await post(`${links.page}/reminders`, { email: 'mama@example.com' });
    const confirm = /http\S+\/reminders\/confirm\/[\w-]+/.exec(
      (await server.mails()).join('\n').replaceAll('=\r\n', ''),
    );
    await post(confirm?.[0] ?? '');
    const before = (await server.mails()).length;

    expect(await htmlOf(links.page)).toContain('登记过的1个邮箱会收到一封确认信');
    await nextOf(links);

    expect((await server.mails()).length).toBe(before + 1);
  });

  it('becomes one plan when it is tapped twice at once, and once more later, and asks an address once', async () => {
    const links = await donePlan();
    await post(`${links.page}/reminders`, { email: 'baba@example.com' });
    const [confirm = ''] =
      /http\S+\/reminders\/confirm\/[\w-]+/.exec(
        (await mailsTo(server, 'baba@example.com')).map(({ text }) => text).join(),
      ) ?? [];
    await post(confirm);
    const tap = async () => (await post(`${links.page}/next-season`)).headers.get('Location');

    const [one, other] = await Promise.all([tap(), tap()]);
    const later = await tap();

    expect(one).toMatch(/\/plans\/[\w-]{22}\?news=saved$/);
    expect([other, later]).toEqual([one, one]);
    expect(await mailsTo(server, 'baba@example.com')).toHaveLength(2);
  });

  it('is nobody else’s to go on from', async () => {
    const links = await donePlan();

    expect((await post(`${links.viewPage}/next-season`)).status).toBe(403);
    expect(await htmlOf(links.viewPage)).not.toContain('<button type="submit" class="primary">排好');
    expect((await post('http://x/plans/aaaaaaaaaaaaaaaaaaaaaa/next-season')).status).toBe(404);
  });
});

describe('a plan that is not done', () => {
  it('offers no next year and makes none', async () => {
    const links = await store('shanghai-2026', FACTS);

    expect(await htmlOf(links.page)).not.toContain('可以放心了');
    expect(await nextOf(links)).toBeUndefined();
  });
});

describe('a year after which there are no rules yet', () => {
  it('says when to look again: October 2027 after a cutoff on 25 December 2026', async () => {
    server.goTo('2026-12-24T02:00:00Z');
    const links = await store('shanghai-2027', { enrolling: 'child-in-school' });
    await post(`${links.page}/steps/school-enrolment`, { kind: 'done', when: '2026-12-01' });
    await post(`${links.page}/steps/payment-check`, { kind: 'done', when: '2026-12-03' });
    const html = await htmlOf(links.page);

    expect(html).toContain('2028年度的规则还没有。大约2027年10月再打开这一页');
    // A child in school is insured by the school: no permit is asked for, and nothing is told of one.
    expect(html).not.toContain('同一张居住证还有这些日子');
    expect(await nextOf(links)).toBeUndefined();
  });
});

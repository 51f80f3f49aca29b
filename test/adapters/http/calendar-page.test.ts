// The page that brings a stored plan into a calendar: what it offers where, and what it never promises.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';
import { onServer, type StoredLinks, storeCase } from './stored-case.ts';

const SUNDAY = '2026-11-22T02:00:00Z';

interface Site {
  readonly server: RunningServer;
  readonly links: StoredLinks;
}

async function openSite(publicUrl?: string): Promise<Site> {
  const server = await startServer(SUNDAY, publicUrl === undefined ? {} : { publicUrl });
  return { server, links: await storeCase(server) };
}

async function pageOf({ server, links }: Site, query = '', link: 'page' | 'viewPage' = 'page') {
  const response = await fetch(`${onServer(server, links[link])}/calendar${query}`);
  const html = await response.text();
  return { response, html, hrefs: [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => plain(href)) };
}

function plain(text: string): string {
  return text.replaceAll('&amp;', '&');
}

let site: Site;

beforeAll(async () => {
  site = await openSite('https://lastbus.example.org');
});
afterAll(() => site.server.close());

describe('behind a public https address', () => {
  it('offers every calendar its own link to the one feed', async () => {
    const { response, hrefs } = await pageOf(site);
    const { calendarFeed } = site.links;
    const webcal = calendarFeed.replace('https:', 'webcal:');
    const linkTo = (start: string) => new URL(hrefs.find((href) => href.startsWith(start)) ?? 'none:');

    expect(response.status).toBe(200);
    expect(hrefs).toContain(webcal);
    expect(linkTo('https://www.google.com/calendar/render').searchParams.get('cid')).toBe(webcal);
    for (const host of ['outlook.live.com', 'outlook.office.com']) {
      const { searchParams } = linkTo(`https://${host}/calendar/0/addfromweb`);
      expect([...searchParams]).toEqual([
        ['url', calendarFeed],
        ['name', '末班车：上海市2027年度城乡居民医保（推测）'],
      ]);
    }
  });

  it('has the address to select by hand, and a copy button that is hidden until a script shows it', async () => {
    const { html } = await pageOf(site);

    expect(html).toContain(`<input id="feed-link" class="link" readonly value="${site.links.calendarFeed}">`);
    expect(html).toMatch(/<button type="button" hidden data-copies="feed-link"/);
  });

  it('may run a script, as the plan page may, and only one of this server: a page without any may run none', async () => {
    const { response, html } = await pageOf(site);
    const withoutScript = await fetch(`${site.server.url}/policies`);
    const [, script = ''] = /<script src="([^"]+)" defer><\/script>/.exec(html) ?? [];

    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    expect(response.headers.get('Content-Security-Policy')).not.toMatch(/unsafe|https?:|\*/);
    expect(withoutScript.headers.get('Content-Security-Policy')).not.toContain('script-src');
    expect(html.match(/<script/g)).toHaveLength(1);
    const served = await fetch(`${site.server.url}${script}`);
    expect(served.headers.get('Content-Type')).toMatch(/^text\/javascript/);
    expect(served.headers.get('Cache-Control')).toContain('immutable');
  });

  it('says that a calendar may stay silent, and leads to the mails', async () => {
    const { html, hrefs } = await pageOf(site);

    expect(html).toContain('我们保证不了');
    expect(hrefs.filter((href) => href.endsWith('#reminders'))).toEqual([
      `${new URL(site.links.page).pathname}#reminders`,
    ]);
  });

  it.each([
    [
      'zh',
      ['华为、荣耀', '小米、红米', '企业微信', '在浏览器打开', '据反映', '未核实', '我们试过', '8到24小时'],
    ],
    ['en', ['Huawei, Honor', 'Thunderbird', 'Open in browser', 'reported', 'not checked', '8 to 24 hours']],
  ])('tells in %s how each program does it, and how sure that is', async (lang, said) => {
    const { html } = await pageOf(site, `?lang=${lang}`);

    for (const text of said) expect(html).toContain(text);
    expect(html.match(/<details class="guide"/g)).toHaveLength(9);
  });

  it('lists the entries one by one, in the language of the calendar, and says so when that is another', async () => {
    const { html } = await pageOf(site, '?lang=en');

    expect(html).toContain('The calendar speaks Chinese');
    expect(html).toMatch(/Wed 9 Dec<\/span> <span lang="zh-CN">最晚今天：居住证签注</);
    expect((await pageOf(site)).html).not.toContain('保存计划时的语言');
  });

  it('shows with the view link and offers nothing that changes the plan', async () => {
    const { response, html, hrefs } = await pageOf(site, '', 'viewPage');

    expect(response.status).toBe(200);
    expect(hrefs.filter((href) => /\/renew\/|#reminders/.test(href))).toEqual([]);
    expect(html).not.toContain(new URL(site.links.page).pathname);
    expect(html).toContain('邮件提醒由保存计划的人登记');
  });

  it('is a secret page like the plan itself, and unknown with an unknown token', async () => {
    const { response } = await pageOf(site);
    const unknown = await fetch(`${site.server.url}/plans/AAAAAAAAAAAAAAAAAAAAAA/calendar`);

    expect(response.headers.get('X-Robots-Tag')).toMatch(/noindex/);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(unknown.status).toBe(404);
  });
});

describe('where the address is not public or not https', () => {
  it.each([
    ['http://lastbus.example.org', '这台服务器没有用 https', true],
    ['http://192.168.1.20:3000', '只在它所在的网络（家里或单位）里打得开', true],
    [undefined, '只有它自己那台电脑打得开', false],
  ])('%s leads nowhere at Google and Outlook, and the page says why', async (publicUrl, why, hasCode) => {
    const other = await openSite(publicUrl);
    const { html, hrefs } = await pageOf(other);
    await other.server.close();

    expect(html).toContain(why);
    expect(hrefs.filter((href) => /google|outlook/.test(href))).toEqual([]);
    expect(html).not.toMatch(/id="guide-(?:google|outlook-web)"/);
    expect(hrefs).toContain(other.links.webcal);
    expect(html.includes('订阅地址的二维码')).toBe(hasCode);
  });
});

describe('an entry taken along alone', () => {
  const entryHrefs = async () =>
    (await pageOf(site)).hrefs.filter((href) => /^\/calendars\/[\w-]{22}\/.+\.ics$/.test(href));

  it('is a file with that entry only, saved under its day and title', async () => {
    const hrefs = await entryHrefs();
    const renewal = hrefs.find((href) => href.endsWith('/renew-permit.step.ics')) ?? '';
    const response = await fetch(`${site.server.url}${renewal}`);
    const text = await response.text();
    const disposition = response.headers.get('Content-Disposition') ?? '';

    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('DTSTART;VALUE=DATE:20261209');
    expect(text).toContain('BEGIN:VALARM');
    expect(disposition).toContain('attachment; filename="lastbus-renew-permit.step.ics"; ');
    expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? '')).toBe(
      '2026-12-09 最晚今天：居住证签注.ics',
    );
  });

  it('is there for every entry of the file, and no two are the same', async () => {
    const files = await Promise.all(
      (await entryHrefs()).map(async (href) => (await fetch(`${site.server.url}${href}`)).text()),
    );
    const uidsOf = (text: string) => [...text.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid);
    const whole = await (await fetch(`${onServer(site.server, site.links.calendarFeed)}?download=1`)).text();

    expect(files.length).toBeGreaterThan(4);
    expect(files.flatMap(uidsOf)).toEqual(uidsOf(whole));
  });

  it('is 304 to who has it, and unknown when the plan has no such entry', async () => {
    const address = onServer(site.server, site.links.calendarFeed.replace('.ics', '/plan.cutoff.ics'));
    const etag = (await fetch(address)).headers.get('ETag') ?? '';

    expect((await fetch(address, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await fetch(address.replace('plan.cutoff', 'fly-to-the-moon'))).status).toBe(404);
  });
});

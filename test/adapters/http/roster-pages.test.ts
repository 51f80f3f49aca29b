// The pages of a stored roster, request by request: what is taken, what is refused and how it is said, who may do what.
// The clock stands on Sunday 22 November 2026.

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../../src/adapters/files/policy-folder.ts';
import { parseRosterHeader } from '../../../src/policies/roster/roster-columns.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { SMALL_ROSTER, sendRoster, uploadedRoster } from './uploaded-roster.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const page = async (path: string) => {
  const response = await fetch(`${server.url}${path}`, { headers: { Accept: 'text/html' } });
  return { status: response.status, html: await response.text() };
};

const post = (path: string, values: readonly (readonly [string, string])[]) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Accept: 'text/html' },
    body: new URLSearchParams(values.map(([name, value]): [string, string] => [name, value])),
  });

/** The look-only board of the roster at `path`. */
async function viewPath(path: string): Promise<string> {
  const { html } = await page(`${path}/manage`);
  return new URL(/id="view-link"[^>]* value="([^"]+)"/.exec(html)?.[1] ?? '').pathname;
}

/** The refs on a board, in its order. */
const refsOn = (html: string) =>
  [...html.matchAll(/<span(?: class="no-pick")?>(\d{4})<\/span>/g)].map(([, ref]) => ref);

describe('a roster that is uploaded', () => {
  it('answers with its report, the place of the board, and the link to keep; nothing of it is lost', async () => {
    const { status, html, path } = await uploadedRoster(server, SMALL_ROSTER, { title: '浦东', visits: '5' });
    const board = await page(path);

    expect(status).toBe(201);
    expect(html).toContain('已排好3人');
    expect(html).toContain(`value="${server.url}${path}"`);
    expect(board.status).toBe(200);
    expect(board.html).toContain('<h1>浦东</h1>');
    expect(refsOn(board.html)).toHaveLength(3);
  });

  it('tells every fault by line and column in words of the page, and plans the others', async () => {
    const faulty = `${SMALL_ROSTER}\r\n1004,猫,12/31/2026,没有变化\r\n1001,未入学入园的孩子,2027/6/30,没有变化`;
    const { status, html } = await uploadedRoster(server, faulty);

    expect(status).toBe(201);
    expect(html).toContain('有3处错');
    expect(html).toMatch(/第5行第2列<\/span> 为谁参保：/);
    expect(html).toMatch(/第5行第3列<\/span> 居住证有效期至：“12\/31\/2026”不是一个日期/);
    expect(html).toMatch(/第6行第1列<\/span> 1001：这个工号前面已经有了/);
  });

  it.each([
    ['nothing that can be planned', '工号,居住证有效期至\r\n1,never', 422, '第2行第2列'],
    ['a workbook of Excel', new Uint8Array([0x50, 0x4b, 3, 4, ...Array(60).fill(0)]), 422, 'Excel 工作簿'],
    ['an empty file', '', 422, '空文件'],
    ['no column with a key', 'name,age\r\nx,1', 422, '没有“工号”这一列'],
    ['a quotation mark that stays open', '工号,居住证有效期至\r\n"1,2026-12-31', 422, '引号没有合上'],
    [
      'more than 2,000 people',
      ['工号,为谁参保', ...Array.from({ length: 2001 }, (_, at) => `${at},在上海就学、在园的孩子`)].join(
        '\r\n',
      ),
      422,
      '最多2000人',
    ],
    ['no file', null, 400, '请选一个 CSV 文件'],
  ])('refuses %s with the form again, and stores nothing', async (_, content, status, text) => {
    const response = await sendRoster(`${server.url}/rosters?lang=zh`, content, { title: '浦东' });
    const html = await response.text();

    expect(response.status).toBe(status);
    expect(response.headers.get('Location')).toBeNull();
    expect(html).toContain(text);
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('value="浦东"');
  });

  it('refuses what is typed beside the file, field by field', async () => {
    const typed = { visits: 'five', daysOff: 'Christmas' };
    const response = await sendRoster(`${server.url}/rosters?lang=zh`, SMALL_ROSTER, typed);
    const html = await response.text();

    expect(response.status).toBe(400);
    expect(html).toMatch(/id="visits-fault">“five”看不懂/);
    expect(html).not.toContain('id="approvals-fault"');
    expect(html).toMatch(/id="daysOff-fault">“Christmas”看不懂/);
  });

  it('refuses a title that is too long', async () => {
    const response = await sendRoster(`${server.url}/rosters?lang=zh`, SMALL_ROSTER, {
      title: 'x'.repeat(61),
    });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('id="title-fault"');
  });

  it('refuses a file of more than 2 MiB with 413, and another form than the page’s with 415', async () => {
    const large = await sendRoster(`${server.url}/rosters`, 'x'.repeat(2_300_000));
    const fields = await post('/rosters', [['file', SMALL_ROSTER]]);
    const broken = await fetch(`${server.url}/rosters`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', Accept: 'text/html' },
      body: '--x\r\nContent-Disposition: nonsense\r\n\r\n',
    });

    expect([large.status, fields.status, broken.status]).toEqual([413, 415, 400]);
  });
});

describe('the template', () => {
  it.each(['zh', 'en'] as const)(
    'in %s has a mark that Excel knows, and only columns that are read',
    async (lang) => {
      const policy = (await readPolicyFolders([SHIPPED_POLICIES])).policies.get('shanghai-2027');
      if (policy === undefined) throw new Error('no policy');
      const response = await fetch(`${server.url}/rosters/template.csv?lang=${lang}`);
      const octets = new Uint8Array(await response.arrayBuffer());
      const [head = '', ...rest] = new TextDecoder().decode(octets).trim().split('\r\n');
      const [names = []] = parse(head);
      const header = parseRosterHeader(policy, names);

      expect([...octets.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(rest).toEqual([]);
      expect(response.headers.get('Content-Disposition')).toContain('attachment');
      expect(header.ok && header.value.columns.map(({ kind }) => kind)).toEqual([
        'ref',
        ...Array(5).fill('fact'),
        'actual',
      ]);
    },
  );
});

describe('the board', () => {
  it('leaves whom the query asks for, keeps all counts, and says when it is nobody', async () => {
    const { path } = await uploadedRoster(server);
    const all = await page(`${path}?lang=zh`);
    const found = await page(`${path}?lang=zh&ref=${encodeURIComponent('１００２')}`);
    const none = await page(`${path}?lang=zh&who=office&ref=1002`);

    expect(refsOn(all.html).toSorted()).toEqual(['1001', '1002', '1003']);
    expect(refsOn(found.html)).toEqual(['1002']);
    expect(found.html).toMatch(/<span>全部<\/span> <strong>3<\/strong>/);
    expect(none.html).toContain('没有这样的人');
  });

  it.each([
    ['on-track', ['1001', '1003']],
    ['too-late', ['1002']],
    ['tight', []],
    ['nonsense', ['1001', '1002', '1003']],
  ])('of the verdict %s shows %j', async (verdict, refs) => {
    const { path } = await uploadedRoster(server);

    expect(refsOn((await page(`${path}?verdict=${verdict}`)).html).toSorted()).toEqual(refs);
  });

  it('comes a hundred at a time', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `${2000 + index},未入学入园的孩子,2027-06-30`);
    const { path } = await uploadedRoster(server, ['工号,为谁参保,居住证有效期至', ...rows].join('\n'));
    const [first, last, beyond] = await Promise.all(
      ['', '?page=3', '?page=9'].map((query) => page(`${path}${query}`)),
    );

    expect(refsOn(first?.html ?? '')).toHaveLength(100);
    expect(refsOn(last?.html ?? '')).toHaveLength(50);
    expect(refsOn(beyond?.html ?? '')).toEqual(refsOn(last?.html ?? ''));
  });

  it('is a table to download, with what a spreadsheet would take for a formula made plain', async () => {
    const { path } = await uploadedRoster(server, SMALL_ROSTER.replace('1001', '=1+1'));
    const board = await (await fetch(`${server.url}${path}/board.csv?lang=zh`)).text();
    const links = await (await fetch(`${server.url}${path}/links.csv?lang=zh`)).text();

    expect(board).toContain("'=1+1");
    expect(links).toMatch(/^编号,链接\r\n'=1\+1,http/);
    expect(links.trim().split('\r\n')).toHaveLength(4);
  });

  it('shows no such link', async () => {
    for (const path of ['/rosters/x', `/rosters/${'a'.repeat(22)}`, `/rosters/${'a'.repeat(22)}/manage`])
      expect((await page(path)).status).toBe(404);
  });
});

describe('marking many', () => {
  it('notes the step that was seen of everybody ticked, says who is not noted, and takes it back', async () => {
    const { path } = await uploadedRoster(server);
    const values = [...(await page(path)).html.matchAll(/name="person" value="([^"]+)"/g)].map(
      ([, value = '']) => value,
    );
    const marks = values.map((value) => ['person', value] as const);
    const noted = await post(`${path}/marks?lang=zh`, [...marks, ['kind', 'done'], ['day', '2026-11-20']]);
    const html = await noted.text();
    const again = await (await post(`${path}/marks?lang=zh`, [...marks, ['kind', 'done']])).text();
    const undo = [...html.matchAll(/name="person" value="([^"]+)"/g)].map(
      ([, value = '']) => ['person', value] as const,
    );
    const undone = await post(`${path}/marks?lang=zh`, [['kind', 'taken-back'], ...undo]);
    const after = [...(await page(path)).html.matchAll(/name="person" value="([^"]+)"/g)].map(
      ([, value]) => value,
    );

    expect(values.length).toBeGreaterThan(1);
    expect(html).toContain(`已记下：${values.length}人办好了`);
    // Somebody noted them meanwhile: HR's old page writes nothing over that.
    expect(again).toContain(`没有记下：${values.length}人`);
    expect(again).toContain('已经有人记过');
    expect(undone.status).toBe(303);
    expect(after).toEqual(values);
  });

  it('means everybody on the page where all are ticked, refuses a day to come for each, and nobody at all', async () => {
    const { path } = await uploadedRoster(server);
    const shown = [...(await page(path)).html.matchAll(/name="shown" value="([^"]+)"/g)].map(
      ([, value = '']) => ['shown', value] as const,
    );
    const future = await post(`${path}/marks?lang=zh`, [...shown, ['all', 'yes'], ['day', '2026-12-24']]);
    const html = await future.text();
    const nobody = await post(`${path}/marks?lang=zh`, shown);
    const noDay = await post(`${path}/marks?lang=zh`, [...shown, ['all', 'yes'], ['day', 'today']]);

    expect(html).toContain(`没有记下：${shown.length}人`);
    expect(html).toContain('的日期还没有到');
    expect([nobody.status, noDay.status]).toEqual([400, 400]);
    expect(await nobody.text()).toContain('一个人也没有勾选');
    expect(await noDay.text()).toContain('“today”不是一个日期');
  });
});

describe('a newer file', () => {
  it('says who is new, what changed in words, whose marks are kept, and who is absent; the absent can be taken out', async () => {
    const { path, employeePath } = await uploadedRoster(server);
    // Who is too late stands first.
    const [first = ''] = [...(await page(path)).html.matchAll(/value="(renew-permit:1003)"/g)].map(
      ([, value]) => value,
    );
    await post(`${path}/marks`, [
      ['person', first],
      ['kind', 'done'],
      ['day', '2026-11-20'],
    ]);
    const newer = [
      '工号,为谁参保,居住证有效期至,pointsChange,居住证签注完成',
      '1001,未入学入园的孩子,2027/7/31,没有变化,',
      '1003,未入学入园的孩子,2026/10/31,没有变化,2026-11-16',
      '1009,配偶,2027-03-01,没有变化,',
    ].join('\n');
    const response = await sendRoster(`${server.url}${path}/upload?lang=zh`, newer);
    const html = await response.text();
    const removed = await post(`${path}/people/remove?lang=zh`, [['person', '1002']]);
    const board = await page(path);

    expect(response.status).toBe(200);
    expect(html).toContain('新加1人');
    expect(html).toMatch(/居住证有效期至：2027年6月30日（周三） → 2027年7月31日（周六）/);
    expect(html).toMatch(/居住证签注：已记下.*11月20日.*表里是.*11月16日/);
    expect(html).toContain('这次的表里没有：1人');
    expect(removed.status).toBe(303);
    expect(refsOn(board.html).toSorted()).toEqual(['1001', '1003', '1009']);
    expect((await page(employeePath)).status).toBe(404);
  });

  it('that cannot be read changes nothing, and says why on the page that it came from', async () => {
    const { path } = await uploadedRoster(server);
    const response = await sendRoster(`${server.url}${path}/upload?lang=zh`, 'x');
    const none = await sendRoster(`${server.url}${path}/upload?lang=zh`, null);

    expect([response.status, none.status]).toEqual([422, 400]);
    expect(await response.text()).toContain('没有“工号”这一列');
    expect(refsOn((await page(path)).html)).toHaveLength(3);
  });
});

describe('the owner', () => {
  it('changes the settings, and what was said of single days stays as it is', async () => {
    const { path } = await uploadedRoster(server, SMALL_ROSTER, { visits: '5' });
    const typed = [
      ['visits', '0'],
      ['onDays', 'visits=8/2026-12-01..2026-12-03'],
      ['daysOff', '2026-12-24'],
    ] as const;
    const changed = await post(`${path}/settings`, typed);
    const { html } = await page(`${path}/manage`);
    const wrong = await post(`${path}/settings?lang=zh`, [
      ['approvals', '-1'],
      ['onDays', 'x'],
    ]);
    const wrongHtml = await wrong.text();

    expect(changed.status).toBe(303);
    for (const [name, value] of typed)
      expect(html).toMatch(new RegExp(`name="${name}" value="${value.replaceAll('.', '\\.')}"`));
    expect(wrong.status).toBe(400);
    expect(wrongHtml).toContain('id="approvals-fault"');
    expect(wrongHtml).toContain('id="onDays-fault"');
  });

  it('gives out new links: what was given out before opens nothing', async () => {
    const { path } = await uploadedRoster(server);
    const old = await viewPath(path);
    const nothing = await post(`${path}/renew`, []);
    const renewed = await post(`${path}/renew`, [['link', 'view']]);

    expect([nothing.status, renewed.status]).toEqual([400, 303]);
    expect((await page(old)).status).toBe(404);
    expect((await page(await viewPath(path))).status).toBe(200);
  });

  it('is asked before the roster goes, and told how many plans go with it', async () => {
    const { path, employeePath } = await uploadedRoster(server);
    const asked = await page(`${path}/delete?lang=zh`);
    const gone = await post(`${path}/delete?lang=zh`, []);

    expect(asked.html).toContain('3人的计划');
    expect(gone.status).toBe(200);
    expect((await page(path)).status).toBe(404);
    expect((await page(employeePath)).status).toBe(404);
  });
});

describe('an employee', () => {
  it('sees who made the plan and who sees it, and that deleting leaves HR the key', async () => {
    const { path, employeePath } = await uploadedRoster(server);
    const own = await page(`${employeePath}?lang=zh`);
    const asked = await page(`${employeePath}/delete?lang=zh`);
    await post(`${employeePath}/delete`, []);
    const board = await page(`${path}?lang=zh`);

    expect(own.html).toContain('这份计划是单位人事用花名册建的');
    expect(own.html).not.toContain(path);
    expect(asked.html).toContain('只留下您的工号');
    expect(refsOn(board.html)).toHaveLength(2);
    expect(board.html).toContain('计划已被本人删除：1人');
  });
});

describe('somebody with the link to look at', () => {
  it('sees everybody, and neither a form nor a link that changes anything', async () => {
    const { path, employeePath } = await uploadedRoster(server);
    const { status, html } = await page(await viewPath(path));

    expect(status).toBe(200);
    expect(refsOn(html)).toHaveLength(3);
    expect(html).not.toMatch(/<form[^>]*method="post"/);
    expect(html).not.toContain(employeePath);
    expect(html).not.toContain(path);
  });

  it.each(['manage', 'delete', 'links.csv'])('may not open %s', async (name) => {
    const { path } = await uploadedRoster(server);

    expect((await page(`${await viewPath(path)}/${name}`)).status).toBe(403);
  });

  it.each(['marks', 'people/remove', 'settings', 'renew', 'delete'])('may not post to %s', async (name) => {
    const { path } = await uploadedRoster(server);
    const response = await post(`${await viewPath(path)}/${name}`, [
      ['link', 'view'],
      ['person', 'renew-permit:1003'],
    ]);

    expect(response.status).toBe(403);
  });

  it('may not upload a newer file', async () => {
    const { path } = await uploadedRoster(server);

    expect((await sendRoster(`${server.url}${await viewPath(path)}/upload`, SMALL_ROSTER)).status).toBe(403);
  });
});

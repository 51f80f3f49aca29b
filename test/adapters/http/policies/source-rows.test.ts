import { expect, it } from 'vitest';
import { pageHref } from '../../../../src/adapters/http/policies/source-rows.ts';

it.each([
  ['https://www.gov.cn/a?b=1', 'https://www.gov.cn/a?b=1'],
  ['http://example.org', 'http://example.org/'],
  ['maigoo.com/news/652372', 'https://maigoo.com/news/652372'],
  ['hahafu.net.cn/html/shlhzx/jzz/71787.html', 'https://hahafu.net.cn/html/shlhzx/jzz/71787.html'],
  ['service.shanghai.gov.cn docid 241119143635', null],
  ['163.com KE875PF9', null],
  ['沪医保规〔2025〕8号', null],
  ['javascript:alert(1)', null],
  ['ftp://example.org/x', null],
  ['"><script>', null],
])('the address %s leads to %s', (address, href) => {
  expect(pageHref(address)).toBe(href);
});

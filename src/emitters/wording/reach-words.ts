// What is said of links that do not open everywhere, so that nobody counts on them: beside the form for an address, and
// at the end of every mail.

import type { Localized } from '../../domain/localized.ts';
import type { Reach } from '../reach.ts';

type LimitedReach = Exclude<Reach, 'everywhere'>;

/** On pages, before an address is given. */
export const MAIL_LINKS_NOTE: Readonly<Record<LimitedReach, Localized>> = {
  machine: {
    zh: '注意：这台服务器没有设置公开网址（PUBLIC_URL）。信里的链接只在服务器自己那台电脑上打得开，手机上打不开。',
    en: 'Note: this server has no public address (PUBLIC_URL is not set). The links in its mails open only on the machine that it runs on, not on a phone.',
  },
  network: {
    zh: '注意：这台服务器的网址只在它自己的网络里（家里或单位）打得开，信里的链接在外面打不开。',
    en: 'Note: the address of this server works only within its own network, at home or at work. The links in its mails do not open elsewhere.',
  },
  unencrypted: {
    zh: '注意：这台服务器的网址没有加密（不是 https）。信里的链接等于钥匙，请只在信得过的网络里打开。',
    en: 'Note: the address of this server is not encrypted (no https). The links in its mails are keys: open them only in a network you trust.',
  },
};

/** At the end of a mail. */
export const LINKS_NOTE: Readonly<Record<LimitedReach, Localized>> = {
  machine: {
    zh: '这封信里的链接只在发信的那台电脑上打得开。要在手机上打开，须由管理员把 PUBLIC_URL 设成公开的 https 网址。',
    en: 'The links in this mail open only on the machine that has sent it. For others its administrator has to set PUBLIC_URL to a public https address.',
  },
  network: {
    zh: '这封信里的链接只在服务器自己的网络里（家里或单位）打得开。',
    en: 'The links in this mail open only within the network of the server, at home or at work.',
  },
  unencrypted: {
    zh: '这封信里的链接没有加密（不是 https），而链接等于钥匙：请只在信得过的网络里打开。',
    en: 'The links in this mail are not encrypted (no https), and they are keys: open them only in a network you trust.',
  },
};

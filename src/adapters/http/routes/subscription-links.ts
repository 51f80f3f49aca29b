// The addresses under which calendar programs take a subscription in one tap, and which of them can work here.

import type { SubscriptionLinks } from '../../../emitters/pages/calendar-page.ts';
import { reachOf } from '../../../emitters/reach.ts';
import { feedAddress, webcalAddress } from './plan-links.ts';

/**
 * Google and Microsoft fetch a feed with their own servers, over https only; without a public https address their
 * links would lead to an error, so they are left out.
 *
 * @param name what the calendar is to be called where the program lets the link say it.
 */
export function subscriptionLinks(publicUrl: string, feedToken: string, name: string): SubscriptionLinks {
  const address = feedAddress(publicUrl, feedToken);
  const webcal = webcalAddress(address);
  const reach = reachOf(publicUrl);
  const query = new URLSearchParams({ url: address, name });
  return {
    reach,
    address,
    webcal,
    hosted:
      reach === 'everywhere'
        ? {
            google: `https://www.google.com/calendar/render?cid=${encodeURIComponent(webcal)}`,
            outlook: `https://outlook.live.com/calendar/0/addfromweb?${query}`,
            microsoft365: `https://outlook.office.com/calendar/0/addfromweb?${query}`,
          }
        : null,
  };
}

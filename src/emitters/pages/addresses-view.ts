// The addresses of a plan as its owner sees them: state, what that means, what to do.

import type { Locale } from '../../domain/localized.ts';
import type { Audience, ListedSubscription, SubscriptionState } from '../../ports/subscription-store.ts';
import { timeWords } from '../wording/time-words.ts';
import { refusalCause } from './refusal-cause.ts';
import { reminderWordsOf } from './words/reminder-words-of.ts';

export interface AddressView {
  readonly id: string;
  /** Null: erased. */
  readonly address: string | null;
  readonly state: Exclude<SubscriptionState, 'removed'>;
  readonly stateWord: string;
  readonly sentences: readonly string[];
  /** Whether a further confirmation mail helps. */
  readonly canAskAgain: boolean;
  readonly canChange: boolean;
}

/**
 * Those of `audience` that are still of interest: what was removed is gone.
 *
 * @param zone in which times are told
 */
export function addressViews(
  subscriptions: readonly ListedSubscription[],
  audience: Audience,
  locale: Locale,
  zone: string,
): AddressView[] {
  const words = reminderWordsOf(locale);
  return subscriptions.flatMap((subscription) => {
    const { id, address, state } = subscription;
    if (subscription.audience !== audience || state === 'removed') return [];
    return [
      {
        id,
        address,
        state,
        stateWord: words.state[state],
        sentences: sentencesOf(subscription, subscriptions, locale, zone),
        canAskAgain: state === 'pending' || state === 'bounced',
        canChange: address !== null,
      },
    ];
  });
}

function sentencesOf(
  { state, askedAt, refusal, replaces }: ListedSubscription,
  all: readonly ListedSubscription[],
  locale: Locale,
  zone: string,
): string[] {
  const words = reminderWordsOf(locale);
  switch (state) {
    case 'pending': {
      const replaced = all.find(({ id }) => id === replaces)?.address ?? null;
      return [
        words.pending(askedAt === null ? null : timeWords(askedAt, locale, zone)),
        ...(replaced === null ? [] : [words.replacing(replaced)]),
        words.notArrived,
      ];
    }
    case 'unsubscribed':
      return [words.unsubscribed];
    case 'bounced':
      return [
        words.bounced(refusal === null ? 'other' : refusalCause(refusal)),
        ...(refusal === null ? [] : [words.serverSaid(refusal)]),
      ];
    default:
      return [];
  }
}

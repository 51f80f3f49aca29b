// The policy that is asked for and the others that can be planned, the newest first.

import type { PolicyChoices } from '../../../emitters/pages/given-answer.ts';
import { isPlannable, type Policy } from '../../../policies/policy.ts';
import { FORM_NAMES } from '../forms/case-form.ts';
import type { AnyRequest, HttpContext } from '../http-context.ts';
import { inChosenLanguage, localeOf } from '../locale.ts';

export function policyChoices({ lastbus }: HttpContext, req: AnyRequest, policy: Policy): PolicyChoices {
  const locale = localeOf(req);
  return {
    title: policy.title[locale],
    others: lastbus
      .listPolicies()
      .filter((other) => other.id !== policy.id && isPlannable(other))
      .toSorted((a, b) => b.policyYear - a.policyYear)
      .map(({ id, title }) => ({
        title: title[locale],
        href: inChosenLanguage(req, `/?${FORM_NAMES.policy}=${encodeURIComponent(id)}`),
      })),
    listHref: inChosenLanguage(req, '/policies'),
  };
}

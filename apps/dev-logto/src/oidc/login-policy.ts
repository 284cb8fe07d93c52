import { interactionPolicy } from 'oidc-provider';

/** The library's own, and: a magic link is followed even where somebody is signed in, who may be another person. */
export function loginPolicy(): interactionPolicy.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  const followed = new Check('one_time_token', 'the one-time token is to be redeemed', ({ oidc }) =>
    oidc.params?.['one_time_token'] && !oidc.result?.login ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
  );
  policy.get('login')?.checks.add(followed);
  return policy;
}

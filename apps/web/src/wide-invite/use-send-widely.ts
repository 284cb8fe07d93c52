import type { WideInvitationInput, WideInvitationResults } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../changes/use-change.ts';
import { useOnce } from '../changes/use-once.ts';

/** Invites one person to organizations, and keeps what became of each. */
export function useSendWidely() {
  const { t } = useTranslation();
  const { change, isPending } = useChange<WideInvitationResults>();
  const [results, setResults] = useState<WideInvitationResults['results']>();

  const send = useOnce(async (values: WideInvitationInput, reason: string | undefined) => {
    try {
      const answer = await change({
        method: 'post',
        path: 'invitations',
        values,
        reason: reason?.trim(),
        failure: t('invitationQueue.wide.failed'),
      });
      setResults(answer.results);
    } catch {
      // The person has been told.
    }
  });

  return { results, isPending, send };
}

import { type Language, type WideInvitationResults } from '@org-portal/contract';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../changes/use-change.ts';
import type { Place } from './places.ts';

export interface WideValues {
  invitee: string;
  places: Place[];
  days: number;
  language: Language;
  reason?: string;
}

const DAY = 86_400_000;

/** The form's state, and the sending. */
export function useWideInvite() {
  const { t } = useTranslation();
  const [form] = Form.useForm<WideValues>();
  const places: Place[] = Form.useWatch('places', { form, preserve: true }) ?? [];
  const { change, isPending } = useChange<WideInvitationResults>();
  const [results, setResults] = useState<WideInvitationResults['results']>();

  async function send({ invitee, places: chosen, days, language, reason }: WideValues) {
    try {
      const answer = await change({
        method: 'post',
        path: 'invitations',
        values: {
          invitee: invitee.trim(),
          organizations: chosen.map(({ id, roleIds }) => ({ organizationId: id, roleIds })),
          expiresAt: new Date(Date.now() + days * DAY).toISOString(),
          language,
        },
        reason: reason?.trim(),
        failure: t('invitationQueue.wide.failed'),
      });
      setResults(answer.results);
    } catch {
      // The person has been told.
    }
  }

  return { form, places, results, isPending, send };
}

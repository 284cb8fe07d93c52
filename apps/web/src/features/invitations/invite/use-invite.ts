import type { InvitationResult, InvitationResults } from '@org-portal/contract';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../changes/use-change.ts';
import { DEFAULT_EXPIRY_DAYS, expiryInstant } from './expiry.ts';
import { fieldFaults } from './field-faults.ts';
import type { ExpiryChoice, InviteValues } from './invite-values.ts';
import { toInvitee, type Invitee } from './invitees.ts';
import { failedAddresses } from './outcome.ts';

const INITIAL_VALUES: InviteValues = {
  invitees: [],
  roleIds: [],
  expiry: { days: DEFAULT_EXPIRY_DAYS },
};

/** The way of an invitation form: filled in, sent, results; and back to the form with those that failed. */
export function useInvite() {
  const { t } = useTranslation();
  const [form] = Form.useForm<InviteValues>();
  const [start, setStart] = useState(INITIAL_VALUES);
  const [results, setResults] = useState<InvitationResult[]>();
  const [error, setError] = useState<unknown>();
  const { change, isPending } = useChange<InvitationResults>();

  return {
    form,
    /** What the form begins with: after results, what was sent last. */
    start,
    results,
    /** What the whole request was refused with. */
    error,
    isPending,
    async send(values: InviteValues) {
      const { invitees, roleIds, expiry, reason } = values;
      setStart(values);
      setError(undefined);
      try {
        const answer = await change({
          method: 'post',
          path: 'invitations',
          values: { invitees: validOf(invitees), roleIds, expiresAt: instant(expiry) },
          reason: reason?.trim(),
        });
        setResults([...answer.results, ...invitees.filter(({ isValid }) => !isValid).map(refused)]);
      } catch (refusal) {
        setError(refusal);
        form.setFields(fieldFaults(refusal, t));
      }
    },
    retryFailed() {
      form.setFieldValue('invitees', failedAddresses(results ?? []).map(toInvitee));
      setResults(undefined);
    },
  };
}

export type Invite = ReturnType<typeof useInvite>;

function validOf(invitees: Invitee[]): string[] {
  return invitees.filter(({ isValid }) => isValid).map(({ address }) => address);
}

/** The form sends only with an expiry. */
function instant(expiry: ExpiryChoice): string {
  if ('days' in expiry || expiry.lastDay) return expiryInstant(expiry, Date.now());
  throw new Error('The invitations have no last day');
}

/** What is no address is not sent; it has the same result as if it had been. */
function refused({ address }: Invitee): InvitationResult {
  return { invitee: address, problem: { code: 'invitee.invalid', detail: '' } };
}

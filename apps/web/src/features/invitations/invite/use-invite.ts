import type { InvitationResult, InvitationResults } from '@org-portal/contract';
import { Form } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../../../changes/use-change.ts';
import { useOnce } from '../../../changes/use-once.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOrganization } from '../../../organization/organization-context.ts';
import { importPath } from '../../../organization/organization-path.ts';
import type { Expiry } from './expiry.ts';
import { planOf } from './draft/plan.ts';
import { useDraft } from './draft/use-draft.ts';
import { fieldFaults } from './field-faults.ts';
import type { ExpiryChoice, InviteValues } from './invite-values.ts';
import { outcomeOf } from './outcome.ts';
import { useStartImports, type StartedImport } from './use-start-imports.ts';
import { serverNow } from '../../../clock/server-time.ts';

/** The way of an invitation form: filled in, sent, results; and back to the form with those that are left. */
export function useInvite() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const navigate = useNavigate();
  const ofPage = useLanguage();
  const [form] = Form.useForm<InviteValues>();
  const draft = useDraft();
  const [results, setResults] = useState<InvitationResult[]>();
  const [started, setStarted] = useState<StartedImport[]>();
  const [error, setError] = useState<unknown>();
  const { change, isPending } = useChange<InvitationResults>();
  const { start, isStarting } = useStartImports();

  /** The same time for the next attempt, until one succeeds: else a repeated request would be another one. */
  const sentAt = useRef<number>(undefined);

  async function sendAtOnce(values: object, reason: string | undefined) {
    const answer = await change({ method: 'post', path: 'invitations', values, reason });
    const done = answer.results.filter((result) => outcomeOf(result) !== 'failed');
    draft.removeAddresses(done.map(({ invitee }) => invitee));
    setResults(answer.results);
  }

  return {
    form,
    draft,
    results,
    /** Of several organizations. */
    started,
    /** What the whole request was refused with. */
    error,
    isPending: isPending || isStarting,
    send: useOnce(async ({ roleIds, expiry, language = ofPage, reason }: InviteValues) => {
      setError(undefined);
      const forAll = {
        roleIds,
        language,
        by: draft.by,
        expiry: chosen(expiry),
        ...(draft.file && { name: draft.file }),
      };
      const plan = planOf(draft.judged, forAll, id, (sentAt.current ??= serverNow()));
      try {
        if (plan.kind === 'atOnce') {
          await sendAtOnce(plan.input, reason?.trim());
          sentAt.current = undefined;
          return;
        }
        const imports = await start(plan.batches, draft.organizationNames(), reason?.trim());
        if (imports.every(({ importId }) => importId)) sentAt.current = undefined;
        const [only] = imports;
        if (imports.length === 1 && only?.importId && only.organizationId === id) {
          await navigate(importPath(id, only.importId), { replace: true });
          return;
        }
        if (imports.length === 1 && only?.error !== undefined) throw only.error;
        draft.removeOrganizations(
          imports.filter(({ importId }) => importId).map((one) => one.organizationId),
        );
        setStarted(imports);
      } catch (refusal) {
        setError(refusal);
        form.setFields(fieldFaults(refusal, t));
      }
    }),
    backToRest() {
      setResults(undefined);
      setStarted(undefined);
      draft.checkAgain();
    },
  };
}

export type Invite = ReturnType<typeof useInvite>;

/** The form sends only with an expiry. */
function chosen(expiry: ExpiryChoice): Expiry {
  if ('days' in expiry) return expiry;
  if (expiry.lastDay) return { lastDay: expiry.lastDay };
  throw new Error('The invitations have no last day');
}

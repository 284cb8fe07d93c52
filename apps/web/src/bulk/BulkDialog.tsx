import { Button, Form, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../changes/ReasonField.tsx';
import { useOrganizationIfAny } from '../organization/organization-context.ts';
import './bulk.css';
import type { BulkAction } from './bulk-action.ts';
import { BulkResults } from './BulkResults.tsx';
import { LeftOut } from './LeftOut.tsx';
import type { BulkRow } from './portions.ts';
import { useBulk } from './use-bulk.ts';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { useKeptForm, useSent } from '../kept-work/use-kept.ts';

interface BulkDialogProps {
  action: BulkAction;
  /** At least one of them without a refusal. */
  rows: readonly BulkRow[];
  /** Called when the dialog is gone: take it off the page. */
  onClosed: () => void;
}

const PATHS: Record<BulkAction, string> = {
  resend: 'invitations/bulk/resend',
  renew: 'invitations/bulk/renew',
  revoke: 'invitations/bulk/revoke',
  delete: 'invitations/bulk/delete',
  links: 'invitations/links',
};

/** Asks before the same is done with some invitations, does it, and tells what became of each. */
export default function BulkDialog({ action, rows: selected, onClosed }: BulkDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason?: string }>();
  const [isOpen, setOpen] = useState(true);
  const rows = selected.filter(({ refusal }) => !refusal);
  const leftOut = selected.filter(({ refusal }) => refusal);
  const { send, results, isPending } = useBulk(PATHS[action], rows);
  const kept = useKeptForm(form, `bulk ${action}`);
  useSent(isPending || !!results?.some(({ outcome }) => outcome));
  const count = rows.length;
  const close = () => setOpen(false);
  const isAsking = useIsAsking(action);
  const wasSent = useRef(false);
  useEffect(() => {
    if (isAsking || wasSent.current) return;
    wasSent.current = true;
    void send(undefined);
  }, [isAsking, send]);
  return (
    <Dialog
      open={isOpen}
      title={
        results && action !== 'links'
          ? t('following.results')
          : t(`following.bulk.${action}.title`, { count })
      }
      closable={!isPending}
      keyboard={!isPending}
      mask={{ closable: !isPending && !results }}
      onCancel={close}
      afterClose={onClosed}
      footer={
        results ? (
          <Button type="primary" disabled={isPending} onClick={close}>
            {t('following.done')}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{t('changes.cancel')}</Button>
            <Button
              type="primary"
              danger={action === 'revoke' || action === 'delete'}
              htmlType="submit"
              form="bulk"
            >
              {t(`following.bulk.${action}.submit`, { count })}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <>
          {isPending && <Progress percent={Math.round((100 * results.length) / count)} />}
          <BulkResults action={action} results={results} />
          <LeftOut rows={leftOut} />
        </>
      ) : (
        <Form
          form={form}
          id="bulk"
          initialValues={kept}
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) => void send(reason?.trim())}
        >
          <p className="dialog-text">{t(`following.bulk.${action}.follows`, { count })}</p>
          <ul className="bulk-names">
            {rows.map(({ invitationId, name, organization }) => (
              <li key={invitationId}>
                {name} {organization && <span className="muted">{organization}</span>}
              </li>
            ))}
          </ul>
          <LeftOut rows={leftOut} />
          <ReasonField />
        </Form>
      )}
    </Dialog>
  );
}

/** Nobody is asked whether they want the links that they asked for, but for the reason of support. */
function useIsAsking(action: BulkAction): boolean {
  const organization = useOrganizationIfAny();
  return action !== 'links' || !organization || organization.access.isReasonRequired;
}

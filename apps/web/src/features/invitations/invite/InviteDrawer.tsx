import { Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../../organization/organization-context.ts';
import './invite.css';
import { InviteForm } from './InviteForm.tsx';
import { InviteResults } from './InviteResults.tsx';
import { ResultActions } from './ResultActions.tsx';
import { SendActions } from './SendActions.tsx';
import { useInvite } from './use-invite.ts';

/** Invites people: a form, then what came of each address. */
export default function InviteDrawer({ onClosed }: { onClosed: () => void }) {
  const { t } = useTranslation();
  const { name } = useOrganization();
  const [isOpen, setOpen] = useState(true);
  const invite = useInvite();
  const invitees = Form.useWatch('invitees', { form: invite.form, preserve: true }) ?? [];
  const close = () => setOpen(false);
  const canLoseNothing = invite.results !== undefined || (invitees.length === 0 && !invite.isPending);
  return (
    <Drawer
      open={isOpen}
      size="min(560px, 100vw)"
      title={t('invitations.inviteTo', { organization: name })}
      closable={{ 'aria-label': t('changes.close') }}
      keyboard={canLoseNothing}
      mask={{ closable: canLoseNothing }}
      onClose={close}
      afterOpenChange={(open) => {
        if (open) invite.form.focusField('invitees');
        else onClosed();
      }}
      footer={
        invite.results ? (
          <ResultActions results={invite.results} onRetry={invite.retryFailed} onDone={close} />
        ) : (
          <SendActions invitees={invitees} isPending={invite.isPending} onCancel={close} />
        )
      }
    >
      {invite.results ? <InviteResults results={invite.results} /> : <InviteForm invite={invite} />}
    </Drawer>
  );
}

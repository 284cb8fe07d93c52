import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../../organization/organization-context.ts';
import './invite.css';
import { InviteForm } from './InviteForm.tsx';
import { InviteResults } from './InviteResults.tsx';
import { ResultActions } from './ResultActions.tsx';
import { RowDialog } from './RowDialog.tsx';
import { SendActions } from './SendActions.tsx';
import { StartedImports } from './StartedImports.tsx';
import { useInvite } from './use-invite.ts';
import { SidePanel } from '../../../ui/dialog/SidePanel.tsx';
import { useKeptState, useSent } from '../../../kept-work/use-kept.ts';

/** Invites one person or thousands: a form with the list of them, then what came of it. */
export default function InviteDrawer({ onClosed }: { onClosed: () => void }) {
  const { t } = useTranslation();
  const { name } = useOrganization();
  const [isOpen, setOpen] = useState(true);
  const [edited, setEdited] = useKeptState<string | undefined>('invite.edited', undefined);
  const invite = useInvite();
  const { draft, results, started } = invite;
  const row = draft.judged.find(({ id }) => id === edited);
  const close = () => setOpen(false);
  const isDone = results !== undefined || started !== undefined;
  useSent(isDone && draft.rows.length === 0);
  const canLoseNothing = isDone || (draft.rows.length === 0 && !invite.isPending);
  return (
    <SidePanel
      open={isOpen}
      size="min(880px, 100vw)"
      title={t('invitations.inviteTo', { organization: name })}
      closable={!invite.isPending && { 'aria-label': t('changes.close') }}
      keyboard={canLoseNothing}
      mask={{ closable: canLoseNothing }}
      onClose={close}
      afterOpenChange={(open) => {
        if (open) document.getElementById('invitees')?.focus();
        else onClosed();
      }}
      footer={
        isDone ? (
          <ResultActions left={draft.rows.length} onBack={invite.backToRest} onDone={close} />
        ) : (
          <SendActions invite={invite} onCancel={close} />
        )
      }
    >
      {results && <InviteResults results={results} />}
      {started && <StartedImports started={started} />}
      <div hidden={isDone}>
        <InviteForm invite={invite} onEdit={setEdited} />
      </div>
      {row && <RowDialog key={row.id} row={row} draft={draft} onClosed={() => setEdited(undefined)} />}
    </SidePanel>
  );
}

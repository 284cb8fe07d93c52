import { lazy } from 'react';
import type { InvitationActions } from './use-invitation-actions.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';

const InvitationDialog = lazy(() => import('./InvitationDialog.tsx'));
const ChangeInvitationDialog = lazy(() => import('./ChangeInvitationDialog.tsx'));
const BulkDialog = lazy(() => import('../../bulk/BulkDialog.tsx'));

/** The dialog of the action that is under way. */
export function InvitationDialogs({ actions: { underWay, end } }: { actions: InvitationActions }) {
  if (!underWay) return null;
  const { action, invitation } = underWay;
  return (
    <Opening>
      {action === 'change' ? (
        <ChangeInvitationDialog invitation={invitation} onClosed={end} />
      ) : action === 'link' ? (
        <BulkDialog
          action="links"
          rows={[{ invitationId: invitation.id, name: invitation.invitee }]}
          onClosed={end}
        />
      ) : (
        <InvitationDialog action={action} invitation={invitation} onClosed={end} />
      )}
    </Opening>
  );
}

import { lazy } from 'react';
import { lazyPart } from '../../i18n/lazy-part.ts';
import type { MemberActions } from './use-member-actions.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';

const ChangeRolesDialog = lazy(() => import('./ChangeRolesDialog.tsx'));
const LeaveDialog = lazyPart(() => import('./LeaveDialog.tsx'));
const RemoveMemberDialog = lazy(() => import('./RemoveMemberDialog.tsx'));

const DIALOGS = { changeRoles: ChangeRolesDialog, remove: RemoveMemberDialog, leave: LeaveDialog };

/** The dialog of the action that is under way. */
export function MemberDialogs({ actions: { underWay, end } }: { actions: MemberActions }) {
  if (!underWay) return null;
  const Dialog = DIALOGS[underWay.action];
  return (
    <Opening>
      <Dialog member={underWay.member} onClosed={end} />
    </Opening>
  );
}

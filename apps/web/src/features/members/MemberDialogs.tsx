import { lazy, Suspense } from 'react';
import { lazyPart } from '../../i18n/lazy-part.ts';
import type { MemberActions } from './use-member-actions.ts';

const ChangeRolesDialog = lazy(() => import('./ChangeRolesDialog.tsx'));
const LeaveDialog = lazyPart(() => import('./LeaveDialog.tsx'));
const RemoveMemberDialog = lazy(() => import('./RemoveMemberDialog.tsx'));

const DIALOGS = { changeRoles: ChangeRolesDialog, remove: RemoveMemberDialog, leave: LeaveDialog };

/** The dialog of the action that is under way. */
export function MemberDialogs({ actions: { underWay, end } }: { actions: MemberActions }) {
  if (!underWay) return null;
  const Dialog = DIALOGS[underWay.action];
  return (
    <Suspense>
      <Dialog member={underWay.member} onClosed={end} />
    </Suspense>
  );
}

import { lazy, Suspense } from 'react';
import type { MemberActions } from './use-member-actions.ts';

const ChangeRolesDialog = lazy(() => import('./ChangeRolesDialog.tsx'));
const RemoveMemberDialog = lazy(() => import('./RemoveMemberDialog.tsx'));

/** The dialog of the action that is under way. */
export function MemberDialogs({ actions: { underWay, end } }: { actions: MemberActions }) {
  if (!underWay) return null;
  const Dialog = underWay.action === 'remove' ? RemoveMemberDialog : ChangeRolesDialog;
  return (
    <Suspense>
      <Dialog member={underWay.member} onClosed={end} />
    </Suspense>
  );
}

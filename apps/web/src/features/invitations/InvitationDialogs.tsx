import { lazy, Suspense } from 'react';
import type { InvitationActions } from './use-invitation-actions.ts';

const InvitationDialog = lazy(() => import('./InvitationDialog.tsx'));

/** The dialog of the action that is under way. */
export function InvitationDialogs({ actions: { underWay, end } }: { actions: InvitationActions }) {
  return <Suspense>{underWay && <InvitationDialog {...underWay} onClosed={end} />}</Suspense>;
}

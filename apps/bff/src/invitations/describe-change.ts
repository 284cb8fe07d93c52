import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import type { Change } from '../record/change.ts';

/** Tells the change which invitation it is about, and of which organization: its path names neither. */
export async function describeChange(
  { organizations }: Pick<Portal, 'organizations'>,
  change: Change,
  { id, invitee, organizationId }: LogtoInvitation,
): Promise<void> {
  change.target = { type: 'invitation', id, name: invitee };
  const organization = await organizations.get(organizationId);
  change.organization = { id: organizationId, name: organization?.name ?? null };
}

import { demo } from '@org-portal/dev-logto';
import type { BffProcess } from '../harness/bff-process.ts';
import type { Chance } from '../harness/chance.ts';
import type { Stock } from './stock.ts';

/** Sends one change. */
export type Send = () => Promise<Response>;

const base = `/api/organizations/${demo.organizations.halden}`;
const { admin, billing, member } = demo.organizationRoles;
const BATCH = 20;

/** What goes on when the BFF is killed: changes of every kind, each on somebody or something of its own. */
export async function changesAtOnce(bff: BffProcess, stock: Stock, chance: Chance): Promise<Send[]> {
  const owner = await bff.signIn(demo.users.owner);
  const invite = (count: number): Send => {
    const invitees = Array.from({ length: count }, () => stock.address());
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    return () => owner.call('POST', `${base}/invitations`, { invitees, roleIds: [member], expiresAt });
  };
  const onInvitation = async (method: string, suffix = '', body?: object): Promise<Send> => {
    const id = await stock.invitation();
    return () => owner.call(method, `${base}/invitations/${id}${suffix}`, body);
  };
  const changeRoles = (): Send => {
    const taken = stock.member();
    const role = chance.one([admin, billing, member]);
    // Another one for certain: without a change there would be no entry.
    const roleIds = taken.roleIds.includes(role) ? [] : [role];
    return () => owner.call('PUT', `${base}/members/${taken.id}/roles`, { roleIds });
  };
  const remove = (): Send => {
    const { id } = stock.member();
    return () => owner.call('DELETE', `${base}/members/${id}`);
  };
  const accept = async (): Promise<Send> => {
    const account = await stock.account(false);
    const id = await stock.invitation(account.email);
    const invited = await bff.signInByPassword(account);
    return () => invited.call('POST', `/api/session/invitations/${id}/accept`);
  };
  const leave = async (): Promise<Send> => {
    const leaving = await bff.signInByPassword(await stock.account(true));
    return () => leaving.call('POST', `${base}/leave`);
  };
  return [
    invite(1),
    invite(1),
    invite(BATCH),
    await onInvitation('POST', '/revoke'),
    await onInvitation('POST', '/revoke'),
    await onInvitation('DELETE'),
    await onInvitation('DELETE'),
    await onInvitation('POST', '/resend'),
    await onInvitation('POST', '/resend'),
    await onInvitation('POST', '/renew', {}),
    await onInvitation('PATCH', '', { roleIds: [billing] }),
    await onInvitation('PATCH', '', { roleIds: [admin] }),
    changeRoles(),
    changeRoles(),
    changeRoles(),
    remove(),
    remove(),
    await accept(),
    await leave(),
  ];
}

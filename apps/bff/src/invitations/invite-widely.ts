import type { WideInvitationInput, WideInvitationResults } from '@org-portal/contract';
import pLimit from 'p-limit';
import { accessIn, isStaffIn } from '../access/organization-access.ts';
import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import { notFound } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import type { Change } from '../record/change.ts';
import { invite } from './invite.ts';

type Result = WideInvitationResults['results'][number];

const AT_ONCE = 4;

/**
 * Invites one person to several organizations, as support, each on record there.
 * @returns a result for each, in the order given; an organization that is not open to them is as one that does not exist
 */
export async function inviteWidely(
  portal: Portal,
  asked: Change,
  support: Person,
  { organizations, invitee, ...rest }: WideInvitationInput,
): Promise<Result[]> {
  const limit = pLimit(AT_ONCE);
  const inviteTo = async ({
    organizationId,
    roleIds,
  }: WideInvitationInput['organizations'][number]): Promise<Result> => {
    const change: Change = { ...asked, isRecorded: false };
    try {
      const access = () => accessAsSupport(portal, support.id, organizationId);
      await access();
      const organization = await portal.organizations.get(organizationId);
      if (!organization) throw notFound();
      change.organization = { id: organizationId, name: organization.name };
      change.target = { type: 'invitation', id: null, name: invitee };
      const request = { ...rest, organizationId, roleIds, invitees: [invitee], inviter: support, change };
      const [result] = await invite(portal, { ...request, authorizeAgain: access });
      const { invitation, problem } = result ?? {};
      return { organizationId, ...(invitation && { invitation }), ...(problem && { problem }) };
    } catch (error) {
      const { code, message, status } = toProblem(error);
      if (!change.isRecorded && status < 500) await portal.record.refuse(change, code);
      return { organizationId, problem: { code, detail: message } };
    }
  };
  const results = await Promise.all(organizations.map((one) => limit(() => inviteTo(one))));
  asked.isRecorded = true;
  return results;
}

/** What they may do there now. */
async function accessAsSupport(
  { people, template, settings }: Portal,
  personId: string,
  organizationId: string,
) {
  const person = await people.get(personId, true);
  if (!person || !isStaffIn(person, organizationId, settings.staff, 'support')) throw notFound();
  const access = accessIn(person, organizationId, await template.get(person.roleIds), settings.staff);
  if (!access) throw notFound();
  return access;
}

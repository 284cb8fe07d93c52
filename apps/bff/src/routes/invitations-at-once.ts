import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  InvitationOutcomes,
  InvitationRenewalsInput,
  InvitationsInput,
  OrganizationParams,
} from '@org-portal/contract/schema';
import type { FastifyRequest } from 'fastify';
import { inOrganization } from '../authority.ts';
import { renewInvitation, type By } from '../invitations/alter.ts';
import { forEachInvitation, type Done } from '../invitations/each.ts';
import type { InvitationKey } from '../invitations/find.ts';
import { resendInvitation } from '../invitations/resend.ts';
import { copyLink, deleteInvitation, revokeInvitation } from '../invitations/revoke.ts';
import { showInvitation } from '../invitations/show.ts';
import type { Portal } from '../portal.ts';

const base = '/api/organizations/:organizationId/invitations';
const schema = {
  tags: ['invitations'],
  params: OrganizationParams,
  body: InvitationsInput,
  response: { 200: InvitationOutcomes },
};

type Asked = Pick<FastifyRequest, 'change' | 'authorizeAgain'> & {
  params: { organizationId: string };
  body: { invitationIds: string[] };
};

/** The same with each of several invitations; a result for each. */
export const invitationsAtOnceRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (
  app,
  { portal },
) => {
  /** Each is checked against what the person may do when it is its turn. */
  const forEach = (asked: Asked, act: (key: InvitationKey, by: By) => Promise<Done>) =>
    forEachInvitation(portal, asked.change, asked.body.invitationIds, (invitationId, change) =>
      act(
        { organizationId: asked.params.organizationId, invitationId },
        { change, authorizeAgain: () => asked.authorizeAgain() },
      ),
    );

  app.post(
    `${base}/bulk/resend`,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.resend' },
      schema: { ...schema, summary: 'Send the messages of several invitations again' },
    },
    async (request) => ({
      results: await forEach(request, async (key, by) => {
        const resent = await resendInvitation(portal, key, by);
        return { ...resent, invitation: await showInvitation(portal, resent.invitation) };
      }),
    }),
  );

  app.post(
    `${base}/bulk/renew`,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.renew' },
      schema: { ...schema, body: InvitationRenewalsInput, summary: 'Renew several invitations' },
    },
    async (request) => ({
      results: await forEach(request, async (key, by) => {
        const renewed = await renewInvitation(portal, key, request.body.expiresAt, by);
        const invitation = await showInvitation(portal, renewed.invitation);
        return { invitation, isMailed: renewed.isMailed, isRenewed: true };
      }),
    }),
  );

  app.post(
    `${base}/bulk/revoke`,
    {
      config: { ...inOrganization('remove:member', { orStaff: 'support' }), action: 'invitation.revoke' },
      schema: { ...schema, summary: 'Revoke several invitations' },
    },
    async (request) => ({
      results: await forEach(request, async (key, by) => {
        const revoked = await revokeInvitation(portal, key, by);
        return { invitation: await showInvitation(portal, revoked) };
      }),
    }),
  );

  app.post(
    `${base}/bulk/delete`,
    {
      config: { ...inOrganization('remove:member'), action: 'invitation.delete' },
      schema: { ...schema, summary: 'Delete several invitations' },
    },
    async (request) => ({
      results: await forEach(request, async (key, by) => {
        await deleteInvitation(portal, key, by);
        return {};
      }),
    }),
  );

  app.post(
    `${base}/links`,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.link' },
      schema: { ...schema, summary: 'Links of pending invitations, to be handed over' },
    },
    async (request) => ({
      results: await forEach(request, async (key, by) => ({ link: await copyLink(portal, key, by) })),
    }),
  );
};

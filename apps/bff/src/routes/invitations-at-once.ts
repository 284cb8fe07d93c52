import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  InvitationOutcomes,
  InvitationRenewalsInput,
  InvitationsInput,
  OrganizationParams,
} from '@org-portal/contract/schema';
import { inOrganization } from '../authority.ts';
import { renewInvitation } from '../invitations/alter.ts';
import { forEachInvitation } from '../invitations/each.ts';
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

/** The same with each of several invitations; a result for each. */
export const invitationsAtOnceRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (
  app,
  { portal },
) => {
  app.post(
    `${base}/bulk/resend`,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.resend' },
      schema: { ...schema, summary: 'Send the messages of several invitations again' },
    },
    async (request) => ({
      results: await forEachInvitation(
        portal,
        request.change,
        request.body.invitationIds,
        async (id, change) => {
          const by = { change, authorizeAgain: () => request.authorizeAgain() };
          const { organizationId } = request.params;
          const resent = await resendInvitation(portal, { organizationId, invitationId: id }, by);
          return { ...resent, invitation: await showInvitation(portal, resent.invitation) };
        },
      ),
    }),
  );

  app.post(
    `${base}/bulk/renew`,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.renew' },
      schema: { ...schema, body: InvitationRenewalsInput, summary: 'Renew several invitations' },
    },
    async (request) => ({
      results: await forEachInvitation(
        portal,
        request.change,
        request.body.invitationIds,
        async (id, change) => {
          const by = { change, authorizeAgain: () => request.authorizeAgain() };
          const key = { organizationId: request.params.organizationId, invitationId: id };
          const renewed = await renewInvitation(portal, key, request.body.expiresAt, by);
          const invitation = await showInvitation(portal, renewed.invitation);
          return { invitation, isMailed: renewed.isMailed, isRenewed: true };
        },
      ),
    }),
  );

  app.post(
    `${base}/bulk/revoke`,
    {
      config: { ...inOrganization('remove:member', { orStaff: 'support' }), action: 'invitation.revoke' },
      schema: { ...schema, summary: 'Revoke several invitations' },
    },
    async ({ params: { organizationId }, body, change: asked }) => ({
      results: await forEachInvitation(portal, asked, body.invitationIds, async (invitationId, change) => {
        const revoked = await revokeInvitation(portal, { organizationId, invitationId }, change);
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
    async ({ params: { organizationId }, body, change: asked }) => ({
      results: await forEachInvitation(portal, asked, body.invitationIds, async (invitationId, change) => {
        await deleteInvitation(portal, { organizationId, invitationId }, change);
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
    async ({ params: { organizationId }, body, change: asked }) => ({
      results: await forEachInvitation(portal, asked, body.invitationIds, async (invitationId, change) => ({
        link: await copyLink(portal, { organizationId, invitationId }, change),
      })),
    }),
  );
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  InvitationChangeInput,
  InvitationParams,
  InvitationRenewalInput,
  ResentInvitation,
} from '@org-portal/contract/schema';
import { inOrganization } from '../authority.ts';
import { changeInvitation, renewInvitation } from '../invitations/alter.ts';
import { resendInvitation } from '../invitations/resend.ts';
import { showInvitation } from '../invitations/show.ts';
import type { Portal } from '../portal.ts';

const tags = ['invitations'];
const one = '/api/organizations/:organizationId/invitations/:invitationId';
const schema = { tags, params: InvitationParams, response: { 200: ResentInvitation } };

/** What makes an invitation good again, or another one. */
export const invitationChangeRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (
  app,
  { portal },
) => {
  app.post(
    `${one}/resend`,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.resend' },
      schema: { ...schema, summary: 'Send the message again; a new invitation where this one is about over' },
    },
    async (request) => {
      const resent = await resendInvitation(portal, request.params, request);
      return { ...resent, invitation: await showInvitation(portal, resent.invitation) };
    },
  );

  app.post(
    `${one}/renew`,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.renew' },
      schema: {
        ...schema,
        summary: 'Make a new invitation in place of a pending or expired one',
        body: InvitationRenewalInput,
      },
    },
    async (request) => {
      const { invitation, isMailed } = await renewInvitation(
        portal,
        request.params,
        request.body.expiresAt,
        request,
      );
      return { invitation: await showInvitation(portal, invitation), isMailed, isRenewed: true };
    },
  );

  app.patch(
    one,
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.change' },
      schema: {
        ...schema,
        summary: 'Change the roles or the end of a pending invitation',
        body: InvitationChangeInput,
      },
    },
    async (request) => {
      const { invitation, isMailed } = await changeInvitation(portal, request.params, request.body, request);
      return { invitation: await showInvitation(portal, invitation), isMailed, isRenewed: true };
    },
  );
};

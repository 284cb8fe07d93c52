import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Session } from '@org-portal/contract/schema';
import { Type } from 'typebox';
import type { Portal } from '../portal.ts';
import { endSession } from '../sign-in/end-session.ts';

export const sessionRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.get(
    '/api/session',
    {
      config: { authority: 'lastKnownSession' },
      schema: { tags: ['session'], summary: 'Who is signed in', response: { 200: Session } },
    },
    async ({ person }) => {
      const { template, lastKnownAt } = await portal.template.getOrLastKnown(person.roleIds);
      return {
        user: { id: person.id, name: person.name, email: person.email, avatar: person.avatar },
        staffRoles: person.staffRoles,
        staffRights: person.staffRights,
        lastKnownAt: (person.lastKnownAt ?? lastKnownAt)?.toISOString() ?? null,
        organizations: [...person.memberships.values()].map(({ id, name, organizationRoles }) => ({
          id,
          name,
          permissions: [...template.scopeNames(organizationRoles.map((role) => role.id))],
        })),
      };
    },
  );

  app.post(
    '/api/session/end-all',
    {
      config: { authority: 'session', action: 'session.end_all' },
      schema: {
        tags: ['session'],
        summary:
          'Sign out everywhere: end all sessions of this person, here and in Logto, and the grants of all apps',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { change, person } = request;
      await portal.record.change(change, { target: change.target }, async () => {
        // First in Logto: else whoever has another browser is signed in again before it ends there.
        await portal.api.users.signOutEverywhere(person.id);
        await portal.sessions.endAll(person.id);
      });
      await endSession(request, portal);
      portal.metrics?.sessionEnded('everywhere');
      return reply.code(204).send(null);
    },
  );
};

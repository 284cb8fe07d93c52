import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requireDatabase } from '../database/require-database.ts';
import type { Portal } from '../portal.ts';
import { toProblem } from '../problem/to-problem.ts';

const tags = ['health'];
const Status = Type.Object({ status: Type.String(), problem: Type.Optional(Type.String()) });

export const healthRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.get(
    '/healthz',
    {
      config: { authority: 'public' },
      schema: { tags, summary: 'The process runs', response: { 200: Status } },
    },
    async () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      config: { authority: 'public' },
      schema: {
        tags,
        summary: 'The database answers; Logto answers, and takes the credentials',
        response: { 200: Status, 503: Status },
      },
    },
    async (request, reply) => {
      try {
        await Promise.all([requireDatabase(portal.database), portal.api.organizationTemplate.scopes()]);
        return { status: 'ok' };
      } catch (error) {
        const { code } = toProblem(error);
        request.log.warn({ code, err: error }, 'not ready');
        return reply.code(503).send({ status: 'unavailable', problem: code });
      }
    },
  );
};

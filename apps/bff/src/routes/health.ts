import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ExpiringMap } from '../access/expiring-map.ts';
import { requireDatabase } from '../database/require-database.ts';
import type { Portal } from '../portal.ts';
import { toProblem } from '../problem/to-problem.ts';

const tags = ['health'];
const Status = Type.Object({ status: Type.String(), problem: Type.Optional(Type.String()) });
const Readiness = Type.Object({
  ...Status.properties,
  /** `alone`: Redis is gone, this instance keeps to its share of Logto's budget. `returning`: Redis is back. */
  budget: Type.Optional(Type.String()),
});

/** Anybody may ask: so that they cannot use up what Logto takes from the portal, it is asked once in this time. */
const BOUNDS = { life: 1_000, max: 1 };

export const healthRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const readiness = new ExpiringMap(BOUNDS, () =>
    Promise.all([
      portal.sessions.check(),
      portal.api.organizationTemplate.scopes(),
      requireDatabase(portal.database),
    ]),
  );

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
        summary: 'Sessions and the record can be read; Logto answers, and takes the credentials',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (request, reply) => {
      if (app.underWay.isStopping) return reply.code(503).send({ status: 'stopping' });
      const budget = budgetTrouble(portal);
      try {
        await readiness.get('');
        return { status: 'ok', ...budget };
      } catch (error) {
        const { code } = toProblem(error);
        request.log.warn({ code, err: error }, 'not ready');
        return reply.code(503).send({ status: 'unavailable', problem: code, ...budget });
      }
    },
  );
};

function budgetTrouble({ api }: Portal): { budget?: string } {
  const { sharing } = api.budgetState();
  return sharing === 'alone' || sharing === 'returning' ? { budget: sharing } : {};
}

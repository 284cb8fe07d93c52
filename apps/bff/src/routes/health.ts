import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ProblemCode } from '@org-portal/contract';
import { Type } from 'typebox';
import { ExpiringMap } from '../access/expiring-map.ts';
import { requireWritable } from '../database/require-writable.ts';
import type { Portal } from '../portal.ts';
import { toProblem } from '../problem/to-problem.ts';
import { managementApiFault } from '../settings/setup-faults.ts';

const tags = ['health'];
const Status = Type.Object({ status: Type.String(), problem: Type.Optional(Type.String()) });
const Readiness = Type.Object({
  ...Status.properties,
  /** `alone`: Redis is gone, this instance keeps to its share of Logto's budget. `returning`: Redis is back. */
  budget: Type.Optional(Type.String()),
  /** Each is `ok` or the code of its problem; the budget `ok`, `alone` or `returning`. */
  parts: Type.Optional(Type.Record(Type.String(), Type.String())),
});

interface Trouble {
  code: ProblemCode;
  error: unknown;
}

/** Anybody may ask: so that they cannot use up what Logto takes from the portal, it is asked once in this time. */
const BOUNDS = { life: 1_000, max: 1 };

export const healthRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const readiness = new ExpiringMap(BOUNDS, async () => {
    const [sessions, logto, database] = await Promise.all([
      troubleOf(portal.sessions.check()),
      troubleOf(portal.api.organizationTemplate.scopes()),
      troubleOf(requireWritable(portal.database)),
    ]);
    return { sessions, logto, database };
  });

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
        summary: 'Sessions can be read, the record written; Logto answers, and takes the credentials',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (request, reply) => {
      if (app.underWay.isStopping) return reply.code(503).send({ status: 'stopping' });
      const { sessions, logto, database } = await readiness.get('');
      const budget = budgetTrouble(portal);
      const parts = {
        sessions: sessions?.code ?? 'ok',
        logto: logto?.code ?? 'ok',
        database: database?.code ?? 'ok',
        budget: budget.budget ?? 'ok',
      };
      const trouble = sessions ?? logto ?? database;
      if (!trouble) return { status: 'ok', ...budget, parts };
      const fix = logto && managementApiFault(logto.error, portal.settings);
      request.log.warn({ code: trouble.code, parts, fix, err: trouble.error }, 'not ready');
      return reply.code(503).send({ status: 'unavailable', problem: trouble.code, ...budget, parts });
    },
  );
};

function budgetTrouble({ api }: Portal): { budget?: string } {
  const { sharing } = api.budgetState();
  return sharing === 'alone' || sharing === 'returning' ? { budget: sharing } : {};
}

async function troubleOf(check: Promise<unknown>): Promise<Trouble | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    return { code: toProblem(error).code, error };
  }
}

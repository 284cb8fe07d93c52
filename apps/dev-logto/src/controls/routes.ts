import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidInput } from '../http/request-error.ts';
import { m2mApplication } from '../seed/applications.ts';
import type { Controls } from './controls.ts';

const path = z.string().regex(/^([A-Z]+ )?\/[^\s]*$/, 'such as GET /api/organizations/{id}/users');
const planned = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('slow'), delayMs: z.number().int().min(0).max(600_000) }),
    z.object({
      kind: z.literal('status'),
      status: z.number().int().min(400).max(599),
      retryAfter: z.number().int().min(0).optional(),
      body: z.record(z.unknown()).optional(),
    }),
    z.object({ kind: z.literal('reset') }),
    z.object({ kind: z.literal('cut') }),
    z.object({ kind: z.literal('garbage') }),
  ])
  .and(z.object({ path, times: z.number().int().min(1).max(1_000_000).default(1) }));

const mailTrouble = z.object({
  trouble: z
    .object({
      kind: z.enum(['refused', 'hanging']),
      afterMs: z.number().int().min(0).max(600_000).optional(),
    })
    .nullable(),
});

function read<Schema extends z.ZodTypeAny>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success) throw invalidInput('body', parsed.error);
  return parsed.data as z.output<Schema>;
}

/**
 * The controls over HTTP, under `/controls`; the README lists them. A web page from elsewhere, open in the same
 * browser, is refused (`Sec-Fetch-Site`): it could reach loopback too.
 */
export function registerControls(app: FastifyInstance, controls: Controls): void {
  app.addHook('onRequest', async ({ headers, url }, reply) => {
    const from = headers['sec-fetch-site'] ?? 'none';
    if (url.startsWith('/controls') && !['none', 'same-origin'].includes(String(from))) {
      return reply.code(403).send({ message: 'The controls are not for other web pages.' });
    }
  });
  app.get('/controls', () => ({ faults: controls.faults(), calls: controls.calls.all() }));

  app.post('/controls/faults', (request, reply) => {
    const { path: where, times, ...fault } = read(planned, request.body);
    controls.fail(where, fault as Parameters<Controls['fail']>[1], times);
    return reply.code(201).send(controls.faults());
  });
  app.delete('/controls/faults', (_request, reply) => {
    controls.clearFaults();
    return reply.code(204).send();
  });

  app.delete('/controls/calls', (_request, reply) => {
    controls.calls.reset();
    return reply.code(204).send();
  });

  app.put('/controls/mail-trouble', (request, reply) => {
    controls.failMail(read(mailTrouble, request.body).trouble ?? undefined);
    return reply.code(204).send();
  });

  app.post('/controls/expire-tokens', (_request, reply) => {
    controls.expireM2mTokens();
    return reply.code(204).send();
  });
  app.post('/controls/rotate-secret', (request) => {
    const { secret } = read(z.object({ secret: z.string().min(1).optional() }), request.body);
    return { id: m2mApplication.id, secret: controls.rotateM2mSecret(secret) };
  });
  app.put('/controls/capped-totals', (request, reply) => {
    const { cap } = read(z.object({ cap: z.number().int().min(0).nullable() }), request.body);
    controls.capTotals(cap ?? undefined);
    return reply.code(204).send();
  });
  app.post('/controls/reset', async (_request, reply) => {
    await controls.reset();
    return reply.code(204).send();
  });
}

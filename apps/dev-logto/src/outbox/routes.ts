import type { FastifyInstance } from 'fastify';
import type { Mailer } from './mailer.ts';
import { outboxPage } from './outbox-page.ts';

/** `/outbox` for people, `/outbox.json` (or `Accept: application/json`) for programs; newest first. */
export function registerOutbox(app: FastifyInstance, mailer: Mailer): void {
  app.get('/outbox', (request, reply) => {
    const mails = mailer.newestFirst();
    if (request.headers.accept?.includes('application/json')) return reply.send(mails);
    return reply.type('text/html; charset=utf-8').send(outboxPage(mails));
  });
  app.get('/outbox.json', (_request, reply) => reply.send(mailer.newestFirst()));
}

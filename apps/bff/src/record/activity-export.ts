import { Readable } from 'node:stream';
import type { ActivityEntry, ActivityExportFormat } from '@org-portal/contract';
import type { FastifyReply } from 'fastify';
import { sendCsv } from './csv.ts';

/** Column of the CSV → what stands in it. */
const COLUMNS: Record<string, (entry: ActivityEntry) => string | null> = {
  time: ({ time }) => time,
  organization_id: ({ organization }) => organization?.id ?? null,
  organization: ({ organization }) => organization?.name ?? null,
  actor_id: ({ actor }) => actor.id,
  actor: ({ actor }) => actor.name,
  actor_email: ({ actor }) => actor.email,
  acted_as: ({ actor }) => actor.staffRole,
  action: ({ action }) => action,
  target_type: ({ target }) => target.type,
  target_id: ({ target }) => target.id,
  target: ({ target }) => target.name,
  roles_before: ({ before }) => names(before),
  roles_after: ({ after }) => names(after),
  status_before: ({ before }) => before?.status ?? null,
  status_after: ({ after }) => after?.status ?? null,
  expires_after: ({ after }) => after?.expiresAt ?? null,
  reason: ({ reason }) => reason,
  outcome: ({ outcome }) => outcome,
  problem: ({ problem }) => problem,
  request_id: ({ requestId }) => requestId,
};

/** Streams entries as a file to save: a line each, as fast as the browser takes them. */
export function sendExport(
  reply: FastifyReply,
  entries: AsyncIterable<ActivityEntry>,
  format: ActivityExportFormat,
): void {
  const name = `activity-${new Date().toISOString().slice(0, 10)}.${format}`;
  if (format === 'csv') return sendCsv(reply, name, Readable.from(entries), COLUMNS);
  reply.type('application/x-ndjson').header('content-disposition', `attachment; filename="${name}"`);
  void reply.send(Readable.from(toLines(entries)));
}

async function* toLines(entries: AsyncIterable<ActivityEntry>): AsyncGenerator<string, void, undefined> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

const names = (state: ActivityEntry['before']): string | null =>
  state?.roles?.map(({ name }) => name).join('; ') ?? null;

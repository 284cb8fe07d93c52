import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Portal } from '../portal.ts';
import { sendCsv } from '../record/csv.ts';
import { allRows } from './rows.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';

/** Column → what stands in it. */
const COLUMNS: Record<string, (row: ImportJobRow) => string | number | null> = {
  row: ({ number }) => number,
  email: ({ invitee }) => invitee,
  name: ({ name }) => name,
  roles: ({ roles }) => roles.map(({ name }) => name).join('; '),
  expires: ({ expires_at }) => expires_at.toISOString(),
  state: ({ state }) => state,
  problem: ({ problem }) => problem,
  reason: ({ detail }) => detail,
  invitation_id: ({ invitation_id }) => invitation_id,
};

/** Streams the result of each row as a CSV file, a line each. It holds no links: see `linksOfImport`. */
export function sendResult(reply: FastifyReply, portal: Portal, job: ImportJob): void {
  const name = `import-${job.created_at.toISOString().slice(0, 10)}-${job.id.slice(0, 8)}.csv`;
  sendCsv(reply, name, Readable.from(allRows(portal, job)), COLUMNS);
}

import { z } from 'zod';
import { invalidRequest, notExistsWithId } from '../http/request-error.ts';
import { list, ok, route, type Reply } from '../http/route.ts';
import type { Log } from '../store/hook.ts';
import type { Store } from '../store/store.ts';
import { inTenant } from './present.ts';

const day = 24 * 3_600_000;
const isOfHook = ({ key }: Log) => key.startsWith('TriggerHook.');

const query = z.object({
  logKey: z.string().optional(),
  enableCap: z.string().optional(),
  start_time: z.string().optional(),
  end_time: z.string().optional(),
});

/** Milliseconds; both ends are outside of the range. */
function within({ start_time, end_time }: z.output<typeof query>): (log: Log) => boolean {
  const [after = -Infinity, before = Infinity] = [start_time, end_time].map((text) => {
    if (text === undefined) return undefined;
    const time = Number(text);
    if (text.trim() === '' || !Number.isFinite(time))
      throw invalidRequest(400, '`start_time` and `end_time` must be finite numbers.');
    return time;
  });
  if (after >= before) throw invalidRequest(400, '`start_time` must be less than `end_time`.');
  return ({ createdAt }) => createdAt > after && createdAt < before;
}

/** With `enableCap=true` the rows are counted up to 10,000 (openapi.json). */
function listed(rows: readonly Log[], show: (log: Log) => object, enableCap: string | undefined): Reply {
  const reply = list(rows, show);
  return /^(1|true|y|yes)$/i.test(enableCap ?? '') ? { ...reply, cap: 10_000 } : reply;
}

/** What was delivered to a hook in the last day, newest first. */
export function hookLogs(store: Store, hookId: string): Log[] {
  const since = Date.now() - day;
  return store.logs.newestFirst(
    (log) => isOfHook(log) && log.payload['hookId'] === hookId && log.createdAt > since,
  );
}

/** The audit log, and the deliveries of a hook, which it leaves out. */
export const logs = [
  route({
    method: 'GET',
    path: '/logs',
    query: query.extend({ userId: z.string().optional(), applicationId: z.string().optional() }),
    handle({ store, query: { userId, applicationId, ...asked } }) {
      const inRange = within(asked);
      const rows = store.logs.newestFirst(
        (log) =>
          !isOfHook(log) &&
          inRange(log) &&
          (!asked.logKey || log.key === asked.logKey) &&
          (!userId || log.payload['userId'] === userId) &&
          (!applicationId || log.payload['applicationId'] === applicationId),
      );
      return listed(rows, inTenant, asked.enableCap);
    },
  }),
  route({
    method: 'GET',
    path: '/logs/{id}',
    handle({ store, params: { id } }) {
      const row = store.logs.get(id);
      if (!row) throw notExistsWithId('logs', id);
      return ok(inTenant(row));
    },
  }),
  route({
    method: 'GET',
    path: '/hooks/{id}/recent-logs',
    query,
    handle({ store, params, query: asked }) {
      const inRange = within(asked);
      const rows = hookLogs(store, params.id).filter(
        (log) => inRange(log) && (!asked.logKey || log.key === asked.logKey),
      );
      return listed(rows, (log) => log, asked.enableCap);
    },
  }),
];

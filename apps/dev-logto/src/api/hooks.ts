import { z } from 'zod';
import {
  notExists,
  notExistsWithId,
  notFound,
  nothingToChange,
  RequestError,
} from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import { hookEvents, type Hook } from '../store/hook.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { newSecret } from './applications.ts';
import { defined } from './fields.ts';
import { hookLogs } from './logs.ts';
import { inTenant } from './present.ts';

const event = z.enum(hookEvents);
export const hookBody = z.object({
  name: z.string().min(1).max(256).optional(),
  events: z
    .array(event)
    .nonempty()
    .transform((all) => [...new Set(all)])
    .optional(),
  config: z.object({
    url: z.string(),
    headers: z.record(z.string()).optional(),
    retries: z.number().optional(),
  }),
  enabled: z.boolean().optional(),
});
const withStats = z.object({ includeExecutionStats: z.string().optional() });

export function findHook(store: Store, id: string): Hook {
  const row = store.hooks.get(id);
  if (!row) throw notExistsWithId('hooks', id);
  return row;
}

/** A hook, with how many of its deliveries of the last day were asked for and went well, where that is wanted. */
function hook(store: Store, wanted: string | undefined) {
  return (row: Hook) => {
    if (!/^(1|true|y|yes)$/i.test(wanted ?? '')) return inTenant(row);
    const logs = hookLogs(store, row.id);
    const successCount = logs.filter(({ payload }) => payload.result === 'Success').length;
    return { ...inTenant(row), executionStats: { successCount, requestCount: logs.length } };
  };
}

type Config = z.output<typeof hookBody>['config'];
export const configOf = ({ url, ...optional }: Config): Hook['config'] => ({ url, ...defined(optional) });

export const hooks = [
  route({
    method: 'GET',
    path: '/hooks',
    paging: 'asked',
    query: withStats,
    handle: ({ store, query }) => list(store.hooks.newestFirst(), hook(store, query.includeExecutionStats)),
  }),
  route({
    method: 'POST',
    path: '/hooks',
    body: hookBody.extend({ event: event.optional() }),
    handle({ store, body }) {
      if (!body.events && !body.event) throw new RequestError(400, 'hook.missing_events');
      const row = store.hooks.insert({
        id: newId(),
        name: body.name ?? '',
        event: body.event ?? null,
        events: body.events ?? [],
        config: configOf(body.config),
        signingKey: newSecret(),
        enabled: body.enabled ?? true,
        createdAt: Date.now(),
      });
      return created(inTenant(row));
    },
  }),
  route({
    method: 'GET',
    path: '/hooks/{id}',
    query: withStats,
    handle: ({ store, params, query }) =>
      ok(hook(store, query.includeExecutionStats)(findHook(store, params.id))),
  }),
  route({
    method: 'PATCH',
    path: '/hooks/{id}',
    body: hookBody.partial().extend({ event: event.nullish() }),
    handle({ store, params, body: { config, ...given } }) {
      const changes = { ...defined(given), ...(config && { config: configOf(config) }) };
      if (Object.keys(changes).length === 0) throw nothingToChange();
      const row = store.hooks.get(params.id);
      if (!row) throw notExists('hook');
      return ok(inTenant(store.hooks.update(row, changes)));
    },
  }),
  route({
    method: 'PATCH',
    path: '/hooks/{id}/signing-key',
    handle({ store, params }) {
      const row = store.hooks.get(params.id);
      if (!row) throw notExists('hook');
      return ok(inTenant(store.hooks.update(row, { signingKey: newSecret() })));
    },
  }),
  route({
    method: 'DELETE',
    path: '/hooks/{id}',
    handle({ store, params }) {
      if (!store.hooks.delete(params.id)) throw notFound();
      return noContent();
    },
  }),
];

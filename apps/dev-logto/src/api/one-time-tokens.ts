import { z } from 'zod';
import { notExistsWithId, notFound, RequestError } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import { newId } from '../store/new-id.ts';
import { oneTimeTokenStatuses, type OneTimeToken } from '../store/one-time-token.ts';
import { consumeOneTimeToken, statusNow } from '../store/consume-one-time-token.ts';
import type { Store } from '../store/store.ts';
import { newSecret } from './applications.ts';
import { inTenant } from './present.ts';
import { email as emailFormat } from './user-fields.ts';

const tenMinutes = 600;
/** The last moment that a Date can be. */
const lastDate = 8.64e15;
const email = z.string().min(1).max(128);
const status = z.enum(oneTimeTokenStatuses);
const shown = (row: OneTimeToken) => inTenant({ ...row, status: statusNow(row) });

function find(store: Store, id: string): OneTimeToken {
  const row = store.oneTimeTokens.get(id);
  if (!row) throw notExistsWithId('one_time_tokens', id);
  return row;
}

/** What magic links carry. */
export const oneTimeTokens = [
  route({
    method: 'GET',
    path: '/one-time-tokens',
    paging: 'asked',
    query: z.object({ email: emailFormat.optional(), status: status.optional() }),
    handle({ store, query }) {
      const rows = store.oneTimeTokens.newestFirst(
        (row) =>
          (!query.email || row.email === query.email) && (!query.status || statusNow(row) === query.status),
      );
      return list(rows, shown);
    },
  }),
  route({
    method: 'POST',
    path: '/one-time-tokens',
    body: z.object({
      email,
      expiresIn: z.number().min(1).optional(),
      context: z.object({ jitOrganizationIds: z.array(z.string()).optional() }).optional(),
    }),
    handle({ store, body: { expiresIn = tenMinutes, context, ...given } }) {
      const now = Date.now();
      const { jitOrganizationIds } = context ?? {};
      const row = store.oneTimeTokens.insert({
        id: newId(),
        email: given.email,
        token: newSecret(),
        context: jitOrganizationIds ? { jitOrganizationIds } : {},
        status: 'active',
        createdAt: now,
        expiresAt: Math.min(Math.round(now + expiresIn * 1000), lastDate),
      });
      return created(shown(row));
    },
  }),
  route({
    method: 'POST',
    path: '/one-time-tokens/verify',
    body: z.object({ token: z.string().min(1).max(256), email }),
    handle: ({ store, body }) => ok(shown(consumeOneTimeToken(store, body.token, body.email))),
  }),
  route({
    method: 'GET',
    path: '/one-time-tokens/{id}',
    handle: ({ store, params }) => ok(shown(find(store, params.id))),
  }),
  route({
    method: 'PUT',
    path: '/one-time-tokens/{id}/status',
    body: z.object({ status }),
    handle({ store, params, body }) {
      const row = find(store, params.id);
      if (body.status === 'active') throw new RequestError(400, 'one_time_token.cannot_reactivate_token');
      return ok(shown(store.oneTimeTokens.update(row, { status: body.status })));
    },
  }),
  route({
    method: 'DELETE',
    path: '/one-time-tokens/{id}',
    handle({ store, params }) {
      if (!store.oneTimeTokens.delete(params.id)) throw notFound();
      return noContent();
    },
  }),
];

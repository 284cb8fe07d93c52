import { z } from 'zod';
import {
  invalidRequest,
  missingForeignKey,
  notExists,
  notFound,
  RequestError,
} from '../http/request-error.ts';
import { created, noContent, ok, route } from '../http/route.ts';
import type { ApplicationSecret } from '../store/application.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { findApplication, newSecret } from './applications.ts';
import { inTenant } from './present.ts';

const name = z.string().min(1).max(256);

function named(store: Store, applicationId: string, wanted: string): ApplicationSecret | undefined {
  return store.applicationSecrets
    .list()
    .find((row) => row.applicationId === applicationId && row.name === wanted);
}

const secret = (row: ApplicationSecret) =>
  inTenant(Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'id')));

const nameExists = () => new RequestError(422, 'application.secret_name_exists');

export const applicationSecrets = [
  route({
    method: 'GET',
    path: '/applications/{id}/secrets',
    handle({ store, params: { id } }) {
      findApplication(store, id);
      const rows = store.applicationSecrets.list().filter(({ applicationId }) => applicationId === id);
      return ok(rows.map(secret));
    },
  }),
  route({
    method: 'POST',
    path: '/applications/{id}/secrets',
    body: z.object({ name, expiresAt: z.number().nullish() }),
    handle({ store, params, body }) {
      const now = Date.now();
      if (body.expiresAt && body.expiresAt <= now)
        throw invalidRequest(400, 'The value of `expiresAt` must be in the future.');
      if (!store.applications.has(params.id)) throw missingForeignKey();
      if (named(store, params.id, body.name)) throw nameExists();
      const row = store.applicationSecrets.insert({
        id: newId(),
        applicationId: params.id,
        name: body.name,
        value: newSecret(),
        createdAt: now,
        expiresAt: body.expiresAt ?? null,
      });
      return created(secret(row));
    },
  }),
  route({
    method: 'PATCH',
    path: '/applications/{id}/secrets/{name}',
    body: z.object({ name }),
    handle({ store, params, body }) {
      const row = named(store, params.id, params.name);
      if (!row) throw notExists('application_secret');
      const other = named(store, params.id, body.name);
      if (other && other.id !== row.id) throw nameExists();
      return ok(secret(store.applicationSecrets.update(row, { name: body.name })));
    },
  }),
  route({
    method: 'DELETE',
    path: '/applications/{id}/secrets/{name}',
    handle({ store, params }) {
      const row = named(store, params.id, params.name);
      if (!row) throw notFound();
      store.applicationSecrets.delete(row.id);
      return noContent();
    },
  }),
];

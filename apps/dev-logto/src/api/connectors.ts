import { z } from 'zod';
import { nameInUse, notExistsWithId, RequestError } from '../http/request-error.ts';
import { noContent, ok, route } from '../http/route.ts';
import { connectorFactory } from '../store/connector-factories.ts';
import type { Connector } from '../store/connectors.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { anyObject, defined } from './fields.ts';

const metadata = z
  .object({
    target: z.string(),
    name: anyObject,
    logo: z.string(),
    logoDark: z.string().nullable(),
  })
  .partial();

function findConnector(store: Store, id: string): Connector {
  const row = store.connectors.get(id);
  if (!row) throw notExistsWithId('connectors', id);
  return row;
}

/** A connector with what its factory says of it. */
function connector(row: Connector): object {
  const { type, target, name, platform } = connectorFactory(row.connectorId) ?? {};
  const shown = { target, name: { en: name }, description: { en: name }, logo: '', logoDark: null };
  return { ...row, ...shown, readme: '', platform, type, isDemo: false };
}

/** There is one connector for e-mail and one for text messages: a new one takes the place of the old. */
function replaceSameKind(store: Store, { id, connectorId }: Connector): void {
  const type = connectorFactory(connectorId)?.type;
  if (type === 'Social') return;
  const others = store.connectors
    .list()
    .filter((row) => row.id !== id && connectorFactory(row.connectorId)?.type === type);
  for (const other of others) store.connectors.delete(other.id);
}

export const connectors = [
  route({
    method: 'GET',
    path: '/connectors',
    query: z.object({ target: z.string().optional() }),
    handle({ store, query: { target } }) {
      const rows = store.connectors
        .list()
        .filter((row) => !target || connectorFactory(row.connectorId)?.target === target);
      return ok(rows.map(connector));
    },
  }),
  route({
    method: 'POST',
    path: '/connectors',
    body: z.object({
      connectorId: z.string().min(1).max(128),
      id: z.string().min(1).max(128).optional(),
      config: anyObject.optional(),
      metadata: metadata.optional(),
      syncProfile: z.boolean().optional(),
      enableTokenStorage: z.boolean().optional(),
    }),
    handle({ store, body }) {
      if (!connectorFactory(body.connectorId))
        throw new RequestError(422, 'connector.not_found_with_connector_id');
      if (body.metadata)
        throw new RequestError(400, 'connector.cannot_overwrite_metadata_for_non_standard_connector');
      if (store.connectors.list().some(({ connectorId }) => connectorId === body.connectorId))
        throw new RequestError(422, 'connector.multiple_instances_not_supported');
      if (body.id !== undefined && store.connectors.has(body.id)) throw nameInUse();
      const row = store.connectors.insert({
        id: body.id ?? newId(12),
        syncProfile: body.syncProfile ?? false,
        enableTokenStorage: body.enableTokenStorage ?? false,
        config: body.config ?? {},
        metadata: {},
        connectorId: body.connectorId,
      });
      replaceSameKind(store, row);
      return ok(connector(row));
    },
  }),
  route({
    method: 'GET',
    path: '/connectors/{id}',
    handle: ({ store, params }) => ok(connector(findConnector(store, params.id))),
  }),
  route({
    method: 'PATCH',
    path: '/connectors/{id}',
    body: z.object({
      config: anyObject.optional(),
      metadata: metadata.optional(),
      syncProfile: z.boolean().optional(),
      enableTokenStorage: z.boolean().optional(),
    }),
    handle({ store, params, body }) {
      const row = findConnector(store, params.id);
      if (body.metadata)
        throw new RequestError(400, 'connector.cannot_overwrite_metadata_for_non_standard_connector');
      if (body.syncProfile && connectorFactory(row.connectorId)?.type !== 'Social')
        throw new RequestError(422, 'connector.invalid_type_for_syncing_profile');
      return ok(connector(store.connectors.update(row, defined(body))));
    },
  }),
  route({
    method: 'DELETE',
    path: '/connectors/{id}',
    handle({ store, params }) {
      store.connectors.delete(findConnector(store, params.id).id);
      return noContent();
    },
  }),
];

import { z } from 'zod';
import { missingForeignKey, notFound } from '../http/request-error.ts';
import { createdWithoutBody, list, noContent, type Route } from '../http/route.ts';
import type { Relation } from '../store/relation.ts';
import type { Store } from '../store/store.ts';
import { ids, someIds } from './fields.ts';
import { inTenant } from './present.ts';

interface Rows {
  get(id: string): object | undefined;
  has(id: string): boolean;
}

/** Rows of one table that are assigned to a row of another: a role's scopes, an organization's default roles. */
interface Assignment {
  /** E.g. `/organization-roles/{id}/scopes`. */
  readonly path: `${string}{id}${string}`;
  /** What the assigned one's id is called in the path and, with an s, in the body. */
  readonly idName: string;
  readonly relation: (store: Store) => Relation;
  readonly assigned: (store: Store) => Rows;
  readonly owners: (store: Store) => Rows;
  /** What reading answers where the owner is not there. */
  readonly ownerMissing: (id: string) => Error;
}

/** List (paged when asked), assign some, replace all, take one away: the same for every relation of Logto. */
export function assignmentRoutes({
  path,
  idName,
  relation,
  assigned,
  owners,
  ownerMissing,
}: Assignment): Route[] {
  const field = `${idName}s`;
  const idsIn = (body: unknown) => (body as Record<string, string[]>)[field] ?? [];
  const ownerOf = (params: Record<string, string>) => params['id'] ?? '';
  const assertThere = (store: Store, id: string, assignedIds: readonly string[]) => {
    if (assignedIds.length > 0 && !owners(store).has(id)) throw missingForeignKey();
    if (!assignedIds.every((one) => assigned(store).has(one))) throw missingForeignKey();
  };
  return [
    {
      method: 'GET',
      path,
      paging: 'asked',
      handle({ store, params }) {
        const id = ownerOf(params);
        if (!owners(store).has(id)) throw ownerMissing(id);
        const rows = relation(store).rightOf(id);
        return list(
          rows.flatMap((one) => assigned(store).get(one) ?? []),
          inTenant,
        );
      },
    },
    {
      method: 'POST',
      path,
      body: z.object({ [field]: someIds }),
      handle({ store, params, body }) {
        const id = ownerOf(params);
        assertThere(store, id, idsIn(body));
        for (const one of idsIn(body)) relation(store).add(id, one);
        return createdWithoutBody();
      },
    },
    {
      method: 'PUT',
      path,
      body: z.object({ [field]: ids }),
      handle({ store, params, body }) {
        const id = ownerOf(params);
        assertThere(store, id, idsIn(body));
        relation(store).replace(id, idsIn(body));
        return noContent();
      },
    },
    {
      method: 'DELETE',
      path: `${path}/{${idName}}`,
      handle({ store, params }) {
        const one = (params as Record<string, string>)[idName] ?? '';
        if (!relation(store).delete(ownerOf(params), one)) throw notFound();
        return noContent();
      },
    },
  ];
}

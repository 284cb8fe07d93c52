import { userInfo } from '../api/present.ts';
import type { HookEvent } from '../store/hook.ts';
import type { Store } from '../store/store.ts';
import { dataEvents } from './data-events.ts';
import { membershipDelta, type Asked } from './membership-events.ts';

export interface Happened {
  readonly event: HookEvent;
  readonly facts: object;
}

/** The request and its answer as an event tells them; `path` and `matchedRoute` lack `/api`. */
export interface Context {
  readonly path: string;
  readonly method: string;
  readonly status: number;
  readonly params: object;
  readonly matchedRoute: string;
}

/**
 * What there is to tell of an operation. Looks at the store before the operation is carried out; the answer is
 * called after, with the body that was answered. Order and names of the fields are those of webhooks.json.
 */
export function watch(
  store: Store,
  operation: string,
  asked: Asked,
): (context: Context, answered: unknown) => Happened[] {
  const delta = membershipDelta(store, operation, asked);
  if (delta) {
    return (context) => [{ event: 'Organization.Membership.Updated', facts: { ...context, ...delta } }];
  }
  const leaving = operation === 'DELETE /users/{userId}' && store.users.get(asked.params['userId'] ?? '');
  if (leaving) {
    return (context) => [{ event: 'User.Deleted', facts: { data: userInfo(leaving), ...context } }];
  }
  const event = dataEvents[operation];
  if (!event) return () => [];
  return (context, answered) => {
    const data = typeof answered === 'object' && answered !== null ? { data: answered } : {};
    return [{ event, facts: { ...context, ...data } }, ...givenScopes(event, asked, context, answered)];
  };
}

/** A role that is made with scopes tells of them beside itself. */
function givenScopes(event: HookEvent, { body }: Asked, context: Context, answered: unknown): Happened[] {
  const { scopeIds, organizationScopeIds } = (body ?? {}) as Record<string, readonly string[] | undefined>;
  const { id } = (answered ?? {}) as { id?: string };
  if (event === 'Role.Created' && scopeIds?.length) {
    return [{ event: 'Role.Scopes.Updated', facts: { ...context, roleId: id } }];
  }
  if (event === 'OrganizationRole.Created' && organizationScopeIds?.length) {
    return [{ event: 'OrganizationRole.Scopes.Updated', facts: { ...context, organizationRoleId: id } }];
  }
  return [];
}

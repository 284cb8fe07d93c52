import { notExistsWithId, RequestError } from '../http/request-error.ts';
import { managementApiResource } from '../seed/applications.ts';
import type { Store } from '../store/store.ts';

/** 404 for a scope that is not there; 422 for the Management API's in a role of people. */
export function assertScopesAssignable(
  store: Store,
  type: 'User' | 'MachineToMachine',
  scopeIds: readonly string[],
): void {
  for (const id of scopeIds) {
    const scope = store.resourceScopes.get(id);
    if (!scope) throw notExistsWithId('scopes', id);
    if (type === 'User' && store.resources.get(scope.resourceId)?.indicator === managementApiResource)
      throw new RequestError(422, 'role.management_api_scopes_not_assignable_to_user_role');
  }
}

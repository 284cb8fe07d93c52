import type { Page, PageRequest } from '@org-portal/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { isManagementApiError } from '../errors.ts';
import { path } from '../path.ts';
import { parseNothing, read, readPage } from '../read.ts';
import { LogtoMember, LogtoOrganizationRole } from '../schema/entities.ts';

const List = Compile(Type.Array(LogtoMember));
const Roles = Compile(Type.Array(LogtoOrganizationRole));

export interface MemberFilter {
  /** Part of id, name, e-mail, phone or username (recorded); a pattern of `ilike`, see `literalPattern`. */
  pattern?: string | undefined;
  roleId?: string | undefined;
}

export function members(caller: Caller) {
  return {
    /** An organization that does not exist has no members; that is no error (recorded). */
    list: (
      organizationId: string,
      page: PageRequest,
      filter: MemberFilter = {},
    ): Promise<Page<LogtoMember>> =>
      readPage<LogtoMember>(
        caller,
        List,
        {
          route: path`/api/organizations/${organizationId}/users`,
          query: { q: filter.pattern || undefined, organizationRoleId: filter.roleId },
          lane: organizationId,
        },
        page,
      ),

    /** @throws ManagementApiError `resource.not_found` when the user is no member */
    roles: (organizationId: string, userId: string): Promise<LogtoOrganizationRole[]> =>
      ofMember(
        read(caller, Roles, {
          route: path`/api/organizations/${organizationId}/users/${userId}/roles`,
          lane: organizationId,
        }),
      ),

    /** @throws ManagementApiError `resource.not_found` when the user is no member */
    replaceRoles: async (organizationId: string, userId: string, roleIds: string[]): Promise<void> => {
      await ofMember(
        caller.write(
          {
            method: 'PUT',
            route: path`/api/organizations/${organizationId}/users/${userId}/roles`,
            body: { organizationRoleIds: roleIds },
            lane: organizationId,
          },
          parseNothing,
        ),
      );
    },

    /** @throws ManagementApiError `resource.not_found` when the user is no member */
    remove: async (organizationId: string, userId: string): Promise<void> => {
      const route = path`/api/organizations/${organizationId}/users/${userId}`;
      await caller.write({ method: 'DELETE', route, lane: organizationId }, parseNothing);
    },
  };
}

/** Somebody who is no member: 422 `organization.require_membership` (recording 04). */
async function ofMember<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    if (!isManagementApiError(error)) throw error;
    if (error.logtoCode === 'organization.require_membership') throw error.as('resource.not_found');
    if (error.logtoCode === 'entity.relation_foreign_key_not_found') throw error.as('role.not_assignable');
    if (error.logtoCode === 'entity.db_constraint_violated') throw error.as('role.not_assignable');
    throw error;
  }
}

import { MAX_PAGE_SIZE } from '@org-portal/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { path } from '../path.ts';
import { read, readPage } from '../read.ts';
import { LogtoOrganizationRoleWithScopes, LogtoOrganizationScope } from '../schema/entities.ts';

const Roles = Compile(Type.Array(LogtoOrganizationRoleWithScopes));
const Scopes = Compile(Type.Array(LogtoOrganizationScope));

export interface TemplateRole {
  id: string;
  name: string;
  description: string | null;
  type: 'User' | 'MachineToMachine';
  scopes: { id: string; name: string }[];
  /** What the role gives in the operator's own APIs. */
  resourceScopes: { id: string }[];
}

export function organizationTemplate(caller: Caller) {
  return {
    /** All organization roles with their scopes, those for machines included. */
    roles: async (): Promise<TemplateRole[]> => {
      const byId = new Map<string, TemplateRole>();
      for (let page = 1, total = Infinity; (page - 1) * MAX_PAGE_SIZE < total; page += 1) {
        const call = { route: path`/api/organization-roles` };
        const found = await readPage<TemplateRole>(caller, Roles, call, { page, pageSize: MAX_PAGE_SIZE });
        for (const role of found.items) byId.set(role.id, role);
        total = found.total;
      }
      return [...byId.values()];
    },

    /** All organization scopes; Logto does not page them unless asked to. */
    scopes: (): Promise<LogtoOrganizationScope[]> =>
      read(caller, Scopes, { route: path`/api/organization-scopes` }),
  };
}

import type { Access, Permission, StaffRole } from '@org-portal/contract';
import type { Person } from './access/person.ts';

/**
 * Who may call a route. Every route declares it; one without stops the start-up.
 * `public`: anybody. `session`: whoever is signed in. `webhook`: Logto, by its signature. `{ staffRole }`: staff of
 * that kind, across organizations. Else: whoever holds the permission in the organization that the path parameter
 * names.
 */
export type Authority = 'public' | 'session' | 'webhook' | AsStaff | InOrganization;

export interface AsStaff {
  staffRole: StaffRole;
}

export interface InOrganization {
  permission: Permission;
  organizationFrom: 'params.organizationId';
}

export const asStaff = (staffRole: StaffRole): { authority: AsStaff } => ({ authority: { staffRole } });

export const inOrganization = (permission: Permission): { authority: InOrganization } => ({
  authority: { permission, organizationFrom: 'params.organizationId' },
});

declare module 'fastify' {
  interface FastifyContextConfig {
    authority?: Authority;
  }
  interface FastifyRequest {
    /** Set on routes that are not public. */
    person: Person;
    /** Set on routes in an organization. */
    access: Access;
    /** Why staff change this; empty where none is asked for. */
    reason: string;
  }
  interface Session {
    userId?: string;
    mayBeStaff?: boolean;
    /** Milliseconds since the epoch. */
    signedInAt?: number;
    /** Kept to be taken back at sign-out, and for nothing else: who somebody is is asked of the Management API. */
    refreshToken?: string | undefined;
  }
}

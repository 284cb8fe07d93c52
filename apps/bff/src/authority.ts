import type { Access, Permission } from '@org-portal/contract';
import type { Person } from './access/person.ts';

/**
 * Who may call a route. Every route declares it; one without stops the start-up.
 * `public`: anybody. `session`: whoever is signed in. Else: whoever holds the permission in the organization that
 * the path parameter names.
 */
type Authority = 'public' | 'session' | InOrganization;

export interface InOrganization {
  permission: Permission;
  organizationFrom: 'params.organizationId';
}

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
    refreshToken?: string | undefined;
  }
}

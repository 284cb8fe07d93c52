import {
  STAFF_ROLES,
  type Access,
  type ActivityAction,
  type Permission,
  type StaffRight,
  type StaffRole,
} from '@org-portal/contract';
import type { LogtoOrganization } from '@org-portal/management-api';
import type { Person } from './access/person.ts';
import type { Change } from './record/change.ts';

/**
 * Who may call a route. Every route declares it; one without stops the start-up.
 * `public`: anybody. `session`: whoever is signed in. `lastKnownSession`: the same, and while Logto cannot be asked,
 * whoever it knew a little while ago. `webhook`: Logto, by its signature. `{ staffRoles }`: staff
 * of one of these kinds, across organizations, who hold the right if one is said. Else: somebody in the organization that the path parameter names.
 */
export type Authority = 'public' | 'session' | 'lastKnownSession' | 'webhook' | AsStaff | InOrganization;

export interface AsStaff {
  staffRoles: readonly StaffRole[];
  /** Which they hold beside. */
  right?: StaffRight;
  /** Nothing changes for anybody by it, so nobody has to say why. */
  withoutReason?: true;
  /** It shows what is stored here: while Logto cannot be asked, whoever it knew a little while ago is let in. */
  isStored?: true;
}

/** Whoever is let into the organization, as a member or as staff, and meets what else is said. */
export interface InOrganization {
  organizationFrom: 'params.organizationId';
  permission?: Permission;
  /** Being let in as staff is not enough. */
  membersOnly?: true;
  /** Staff who need no permission for it, where they are let in as such. */
  orStaff?: StaffRole;
}

export const asStaff = (...staffRoles: StaffRole[]): { authority: AsStaff } => ({
  authority: { staffRoles },
});

/** For what is stored here, and is shown while Logto is down. */
export const asStaffToStored = (...staffRoles: StaffRole[]): { authority: AsStaff } => ({
  authority: { staffRoles, isStored: true },
});

/** Staff of whatever kind who hold the right. */
export const withStaffRight = (right: StaffRight): { authority: AsStaff } => ({
  authority: { staffRoles: STAFF_ROLES, right },
});

/** @param permission none: whoever is let in */
export const inOrganization = (
  permission?: Permission,
  rest: Pick<InOrganization, 'membersOnly' | 'orStaff'> = {},
): { authority: InOrganization } => ({
  authority: { organizationFrom: 'params.organizationId', ...(permission ? { permission } : {}), ...rest },
});

declare module 'fastify' {
  interface FastifyContextConfig {
    authority?: Authority;
    /** What the record calls it. Every route by which somebody changes something says it. */
    action?: ActivityAction;
    /** Changes nothing, whatever its method: what it asks with is too long for an address. */
    isRead?: true;
  }
  interface FastifyRequest {
    /** Set on routes that are not public. */
    person: Person;
    /** Set on routes in an organization. */
    access: Access;
    organization: LogtoOrganization;
    /** Set on routes with an action. */
    change: Change;
    /**
     * For changes in an organization that had to wait: what was taken away meanwhile is not there any more.
     * @returns what the person may do there now
     * @throws Problem as for a new request
     */
    authorizeAgain(): Promise<Access>;
  }
}

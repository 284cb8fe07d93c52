import type { Route } from '../http/route.ts';
import { invitationAnswers } from './invitation-answers.ts';
import { invitations } from './invitations.ts';
import { organizationMemberRoles } from './organization-member-roles.ts';
import { organizationMembers } from './organization-members.ts';
import { organizationRoleScopes } from './organization-role-scopes.ts';
import { organizationRoles } from './organization-roles.ts';
import { organizationScopes } from './organization-scopes.ts';
import { organizations } from './organizations.ts';
import { roles } from './roles.ts';
import { userRoles } from './user-roles.ts';
import { users } from './users.ts';

/** The Management API, whole. */
export const routes: readonly Route[] = [
  ...organizations,
  ...organizationMembers,
  ...organizationMemberRoles,
  ...organizationScopes,
  ...organizationRoles,
  ...organizationRoleScopes,
  ...invitations,
  ...invitationAnswers,
  ...users,
  ...userRoles,
  ...roles,
];

import type { Route } from '../http/route.ts';
import { applicationRoles } from './application-roles.ts';
import { applicationSecrets } from './application-secrets.ts';
import { applications } from './applications.ts';
import { connectors } from './connectors.ts';
import { hookTest } from './hook-test.ts';
import { hooks } from './hooks.ts';
import { invitationAnswers } from './invitation-answers.ts';
import { invitations } from './invitations.ts';
import { justInTime } from './just-in-time.ts';
import { logs } from './logs.ts';
import { oneTimeTokens } from './one-time-tokens.ts';
import { organizationMachineRoles } from './organization-machine-roles.ts';
import { organizationMachines } from './organization-machines.ts';
import { organizationMemberRoles } from './organization-member-roles.ts';
import { organizationMembers } from './organization-members.ts';
import { organizationRoleScopes } from './organization-role-scopes.ts';
import { organizationRoles } from './organization-roles.ts';
import { organizationScopes } from './organization-scopes.ts';
import { organizations } from './organizations.ts';
import { resourceScopes } from './resource-scopes.ts';
import { resources } from './resources.ts';
import { roleHolders } from './role-holders.ts';
import { roleScopes } from './role-scopes.ts';
import { roles } from './roles.ts';
import { ssoConnectors } from './sso-connectors.ts';
import { userData } from './user-data.ts';
import { userRoles } from './user-roles.ts';
import { userSessions } from './user-sessions.ts';
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
  ...userData,
  ...userSessions,
  ...roleScopes,
  ...roleHolders,
  ...resources,
  ...resourceScopes,
  ...applications,
  ...applicationRoles,
  ...applicationSecrets,
  ...justInTime,
  ...organizationMachines,
  ...organizationMachineRoles,
  ...connectors,
  ...ssoConnectors,
  ...hooks,
  ...hookTest,
  ...logs,
  ...oneTimeTokens,
];

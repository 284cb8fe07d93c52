import type { Permission, StaffRight, StaffRole } from '@org-portal/contract';

/** Who may call a route, in the words of the design; written by hand, never read from the server. */
type Needs =
  | 'nothing'
  | 'a session'
  /** By e-mail, and nobody else signed in. */
  | 'the link of the invited person'
  | 'the signature of Logto'
  | { staff: readonly StaffRole[]; right?: StaffRight }
  | { permission?: Permission; orStaff?: StaffRole; isForMembers?: true };

export interface Row {
  method: string;
  url: string;
  needs: Needs;
  /** Of an answer that refuses nothing. */
  status: number;
  /** What of it the caller chooses. */
  has: {
    organization: boolean;
    member: boolean;
    person: boolean;
    invitation: boolean;
    import: boolean;
    snapshot: boolean;
    review: boolean;
    entry: boolean;
    role: boolean;
  };
  query: string;
  /** Asks Logto for a change, so that support has to say why. */
  changes: boolean;
  /** It is on record; Logto is asked for it later, if at all. */
  isLater: boolean;
  /** Whose invitation is the right one. */
  invitation: 'own' | 'mine';
  /** What the caller has no more afterwards. */
  spends?: 'session' | 'membership';
}

type Extras = Partial<Pick<Row, 'status' | 'query' | 'spends' | 'changes' | 'isLater' | 'invitation'>>;

function row(route: string, needs: Needs, extras: Extras = {}): Row {
  const [method = '', url = ''] = route.split(' ');
  return {
    method,
    url,
    needs,
    status: 200,
    query: '',
    changes: method !== 'GET' && typeof needs === 'object',
    isLater: false,
    invitation: 'own',
    has: {
      organization: url.includes(':organizationId'),
      member: url.includes(':memberId'),
      person: url.includes(':personId'),
      invitation: url.includes(':invitationId'),
      import: url.includes(':importId'),
      snapshot: url.includes(':snapshotId'),
      review: url.includes(':reviewId'),
      entry: url.includes(':entryId'),
      role:
        url.includes(':roleId') ||
        /^(PUT .*\/roles|POST .*Id\/invitations|PATCH .*\/:invitationId)$/.test(route),
    },
    ...extras,
  };
}

const organization = '/api/organizations/:organizationId';
const members = `${organization}/members`;
const invitations = `${organization}/invitations`;
const revoking = { permission: 'remove:member', orStaff: 'support' } as const;
const imports = `${organization}/imports`;
/** The import has ended, and is only looked at. */
const ended = { isLater: true, status: 409 };
const suspending = { staff: ['support', 'ops'], right: 'suspend' } as const;
const removing = { staff: ['ops'], right: 'change' } as const;
/** An admin of it in the demo data. */
const atOwn = '?email=amara.okafor%40halden.example';
const activity = { permission: 'manage:organization', orStaff: 'ops' } as const;

/** Every route of the server. One that is not here fails the run, and so does one that is here alone. */
export const rows: readonly Row[] = [
  row('GET /healthz', 'nothing'),
  row('GET /readyz', 'nothing'),
  row('GET /api/openapi.json', 'a session'),
  row('GET /assets/*', 'nothing'),
  row('GET /favicon.svg', 'nothing'),
  row('GET /auth/sign-in', 'nothing', { status: 303 }),
  row('GET /auth/callback', 'nothing', { status: 303 }),
  row('POST /auth/sign-out', 'nothing', { status: 303, spends: 'session' }),
  row('POST /auth/join', 'nothing', { status: 303 }),
  row('POST /api/join', 'nothing'),
  row('POST /api/join/decline', 'the link of the invited person', { status: 204, changes: true }),
  row('POST /api/join/ask', 'the link of the invited person', { status: 204 }),
  row('POST /webhooks/logto', 'the signature of Logto'),

  row('GET /api/session', 'a session'),
  row('POST /api/session/end-all', 'a session', { status: 204, changes: true, spends: 'session' }),
  row('GET /api/session/invitations', 'a session'),
  row('POST /api/session/invitations/:invitationId/accept', 'a session', {
    changes: true,
    invitation: 'mine',
  }),
  row('POST /api/session/invitations/:invitationId/decline', 'a session', {
    status: 204,
    changes: true,
    invitation: 'mine',
  }),
  row('GET /api/organizations', 'a session'),
  row('GET /api/organization-roles', 'a session'),
  row('GET /api/organization-roles/:roleId', 'a session'),

  row(`GET ${organization}`, {}),
  row(`GET ${members}`, { permission: 'read:member' }),
  row(`GET ${members}/:memberId`, { permission: 'read:member' }),
  row(`PUT ${members}/:memberId/roles`, { permission: 'update:member:role' }),
  row(`DELETE ${members}/:memberId`, { permission: 'remove:member' }, { status: 204 }),
  row(`POST ${organization}/leave`, { isForMembers: true }, { status: 204, spends: 'membership' }),
  row(`GET ${invitations}`, { permission: 'read:member' }),
  row(`POST ${invitations}`, { permission: 'invite:member' }),
  row(`GET ${invitations}/counts`, { permission: 'read:member' }),
  row(`GET ${invitations}/inviters`, { permission: 'read:member' }),
  row(`GET ${invitations}/trend`, { permission: 'read:member' }),
  row(`GET ${invitations}/:invitationId/history`, { permission: 'read:member' }),
  row(`POST ${invitations}/:invitationId/resend`, { permission: 'invite:member' }),
  row(`POST ${invitations}/:invitationId/renew`, { permission: 'invite:member' }),
  row(`PATCH ${invitations}/:invitationId`, { permission: 'invite:member' }),
  row(`POST ${invitations}/:invitationId/revoke`, revoking),
  row(`DELETE ${invitations}/:invitationId`, { permission: 'remove:member' }, { status: 204 }),
  row(`POST ${invitations}/bulk/resend`, { permission: 'invite:member' }),
  row(`POST ${invitations}/bulk/renew`, { permission: 'invite:member' }),
  row(`POST ${invitations}/bulk/revoke`, revoking),
  row(`POST ${invitations}/bulk/delete`, { permission: 'remove:member' }),
  row(`POST ${invitations}/links`, { permission: 'invite:member' }, { isLater: true }),
  row(`POST ${invitations}/check`, { permission: 'invite:member' }, { changes: false }),
  row(`GET ${imports}`, { permission: 'invite:member' }),
  row(`POST ${imports}`, { permission: 'invite:member' }, { isLater: true, status: 201 }),
  row(`GET ${imports}/:importId`, { permission: 'invite:member' }),
  row(`GET ${imports}/:importId/rows`, { permission: 'invite:member' }),
  row(`GET ${imports}/:importId/result`, { permission: 'invite:member' }),
  row(`POST ${imports}/:importId/pause`, { permission: 'invite:member' }, ended),
  row(`POST ${imports}/:importId/continue`, { permission: 'invite:member' }, ended),
  row(`POST ${imports}/:importId/cancel`, { permission: 'invite:member' }, ended),
  row(`POST ${imports}/:importId/links`, { permission: 'invite:member' }, { isLater: true }),
  row(`POST ${imports}/:importId/retry`, { permission: 'invite:member' }, { isLater: true }),
  row(`GET ${organization}/activity`, activity),
  row(`GET ${organization}/activity/export`, activity, { query: '?format=csv' }),
  row(`GET ${organization}/activity/:entryId`, activity),

  row('GET /api/activity', { staff: ['ops'] }),
  row('GET /api/activity/export', { staff: ['ops'] }, { query: '?format=ndjson' }),
  row('GET /api/invitations', { staff: ['support', 'ops'] }),
  row('GET /api/invitations/counts', { staff: ['support', 'ops'] }),
  row('GET /api/invitations/index', { staff: ['support', 'ops'] }),
  row('GET /api/invitations/trend', { staff: ['support', 'ops'] }),
  row('POST /api/invitations', { staff: ['support'] }, { isLater: true }),
  row('GET /api/role-matrix', { staff: ['ops'] }),
  row('GET /api/people/:personId/permissions', { staff: ['ops'] }),
  row('GET /api/reviewers', { staff: ['ops'] }),
  row('GET /api/access-reviews', { staff: ['ops'] }),
  row('POST /api/access-reviews', { staff: ['ops'] }, { isLater: true, status: 201 }),
  row('GET /api/access-reviews/:reviewId', { staff: ['ops'] }),
  row('GET /api/access-reviews/:reviewId/lines', { staff: ['ops'] }),
  row('GET /api/access-reviews/:reviewId/difference', { staff: ['ops'] }),
  row('GET /api/access-reviews/:reviewId/export', { staff: ['ops'] }),
  row('PUT /api/access-reviews/:reviewId/decisions', { staff: ['ops'] }, { isLater: true }),
  row('POST /api/access-reviews/:reviewId/close', { staff: ['ops'] }, { isLater: true }),
  row('POST /api/access-reviews/:reviewId/cancel', { staff: ['ops'] }, { isLater: true }),
  row('POST /api/access-reviews/:reviewId/removal', removing, { isLater: true, status: 202 }),
  row('GET /api/snapshots', { staff: ['ops'] }),
  row('POST /api/snapshots', { staff: ['ops'] }, { changes: false }),
  row('GET /api/snapshots/:snapshotId', { staff: ['ops'] }),
  row('POST /api/snapshots/:snapshotId/cancel', { staff: ['ops'] }, { changes: false }),
  row('GET /api/snapshots/:snapshotId/flags', { staff: ['ops'] }),
  row('GET /api/snapshots/:snapshotId/roles', { staff: ['ops'] }),
  row('GET /api/snapshots/:snapshotId/memberships', { staff: ['ops'] }),
  row('GET /api/snapshots/:snapshotId/organizations', { staff: ['ops'] }),
  row('GET /api/activity/:entryId', { staff: ['ops'] }),
  row('GET /api/people', { staff: ['support', 'ops'] }, { query: '?q=example' }),
  row('GET /api/person-at', { staff: ['support', 'ops'] }, { query: atOwn }),
  row('GET /api/people/:personId', { staff: ['support', 'ops'] }),
  row('GET /api/people/:personId/suspension', { staff: ['support', 'ops'] }),
  row('POST /api/people/:personId/sign-out', { staff: ['support'] }, { status: 204, isLater: true }),
  row('POST /api/people/:personId/suspend', suspending, { status: 204 }),
  row('POST /api/people/:personId/unsuspend', suspending, { status: 204 }),
];

/** What a row is called. */
export const nameOf = ({ method, url }: Pick<Row, 'method' | 'url'>): string => `${method} ${url}`;

import fp from 'fastify-plugin';
import type { StaffRole } from '@org-portal/contract';
import type { FastifyRequest } from 'fastify';
import { isLogtoDown } from '../access/is-logto-down.ts';
import { isStaffIn } from '../access/organization-access.ts';
import type { Person } from '../access/person.ts';
import { sessionPerson } from '../access/session-person.ts';
import type { AsStaff, Authority, InOrganization } from '../authority.ts';
import { isId } from '../is-id.ts';
import type { Portal } from '../portal.ts';
import { Problem, notFound } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import { actsAs, changeOf, type Change } from '../record/change.ts';
import { readReason } from '../rules/reason.ts';
import type { Session } from '../sign-in/session-store.ts';

/** Milliseconds that a body may take to arrive before it is asked again who sends it. */
const SLOW_BODY = 1_000;

/**
 * Lets a request through when its route's authority is given. This comes before the body is read, so that only people
 * who may send it make the portal work, and nobody learns from a validation error what they must not know. A slow
 * body outlives that answer: who sends it is looked at again. What is refused to a person is put on record.
 */
export const authorization = fp<{ portal: Portal }>((app, { portal }, done) => {
  app.decorateRequest('person', null as never);
  app.decorateRequest('access', null as never);
  app.decorateRequest('organization', null as never);
  app.decorateRequest('change', null as never);
  app.decorateRequest('authorizeAgain', async function (this: FastifyRequest) {
    const { authority } = this.routeOptions.config;
    const session = requireSession(this);
    if (await portal.sessions.isOver(session.userId, session.signedInAt)) throw sessionEnded();
    this.person = await requirePerson(this, session, portal);
    await enterOrganization(this, portal);
    requireAuthority(this, authority as InOrganization, portal);
    return this.access;
  });

  app.decorateRequest('authorizedAt', 0);
  app.addHook('preParsing', async (request) => {
    await authorize(request);
    request.authorizedAt = performance.now();
  });
  app.addHook('preValidation', (request, _reply, next) => {
    const { session } = request;
    if (!session || performance.now() - request.authorizedAt < SLOW_BODY) return next();
    authorizeLater(request, session).then(() => next(), next);
  });

  const authorizeLater = async (request: FastifyRequest, session: Session) => {
    const found = await portal.sessions.get(session.id);
    const isOver = !found || (await portal.sessions.isOver(session.userId, session.signedInAt));
    request.session = isOver ? null : found.session;
    await authorize(request);
  };

  const authorize = async (request: FastifyRequest) => {
    const { authority, action } = request.routeOptions.config;
    if (authority === undefined || authority === 'public' || authority === 'webhook') return;
    const session = requireSession(request);
    request.person = await requirePerson(request, session, portal).catch((error: unknown) =>
      lastKnownFor(authority, session, portal, error),
    );
    if (action) request.change = changeOf(request, session, action);
    if (authority === 'session' || authority === 'lastKnownSession') return;
    if ('staffRoles' in authority) {
      const staffRole = request.person.staffRoles.find((role) => authority.staffRoles.includes(role));
      // To everybody else the pages of staff do not exist.
      if (!staffRole) throw notFound();
      if (action) request.change.actor.staffRole = staffRole;
      requireRight(request.person, authority);
      if (action) actAs(request, staffRole, !authority.withoutReason);
      return;
    }
    await enterOrganization(request, portal);
    const { access, person } = request;
    const isByRole = requireAuthority(request, authority, portal) === 'permission';
    // Who leaves does so for themselves, whatever else they are.
    if (!action || authority.membersOnly) return;
    const isReasonRequired = access.isReasonRequired || !isByRole;
    actAs(request, actsAs({ ...access, isReasonRequired }, person), isReasonRequired);
  };

  app.addHook('onError', async ({ change }, _reply, error) => {
    const { code, status } = toProblem(error);
    // A fault refuses nothing. Repeated requests must not fill the record.
    const isRepeated = code === 'request.rate_limited' || code.startsWith('idempotency.');
    const isRefusal = status < 500 && !isRepeated;
    if ((change as Change | null)?.isRecorded === false && isRefusal)
      await portal.record.refuse(change, code);
  });
  done();
});

function requireSession({ session }: FastifyRequest): Session {
  if (!session) throw new Problem('session.required', 'Sign in to go on.');
  return session;
}

async function requirePerson(request: FastifyRequest, session: Session, portal: Portal): Promise<Person> {
  const person = await sessionPerson(request, portal);
  if (person) return person;
  // Their other sessions, and sign-ins under way, must not wake up when a suspension ends.
  await portal.sessions.endAll(session.userId);
  request.session = null;
  throw sessionEnded();
}

const sessionEnded = () => new Problem('session.required', 'Your session has ended. Sign in again.');

/**
 * @returns who is shown what is stored here while Logto is down
 * @throws the error else, also where Logto fails for this account alone: they may be suspended
 */
async function lastKnownFor(
  authority: Authority,
  { userId }: Session,
  { people, outage }: Portal,
  error: unknown,
): Promise<Person> {
  const isStored = typeof authority === 'object' ? 'isStored' in authority : authority === 'lastKnownSession';
  const person = isStored && isLogtoDown(error) ? people.lastKnown(userId) : undefined;
  if (!person) throw error;
  if (await outage.isNow()) return person;
  // Nor may they wait for an outage.
  people.forget(userId);
  throw error;
}

/** Finds out what the person may do in the organization that the path names, and that it exists. */
async function enterOrganization(request: FastifyRequest, portal: Portal): Promise<void> {
  const { organizationId } = request.params as { organizationId: string };
  const { person } = request;
  // Staff are let in whatever the id; validation comes later, so that nobody learns from it.
  if (!isId(organizationId)) throw notFound();
  const template = await portal.template.get(person.roleIds);
  const access = portal.access.of(person, organizationId, template);
  if (!access) throw notFound();
  // Staff are let into every organization, so somebody has to look whether this one exists.
  const organization =
    person.memberships.get(organizationId) ?? (await portal.organizations.get(organizationId));
  if (!organization) throw notFound();
  request.access = access;
  request.organization = organization;
  const change = request.change as Change | null;
  if (!change) return;
  change.organization = { id: organization.id, name: organization.name };
  if (change.target.type === 'organization') change.target.name = organization.name;
}

function actAs(
  { change, headers }: FastifyRequest,
  staffRole: StaffRole | null,
  isReasonRequired: boolean,
): void {
  change.actor.staffRole = staffRole;
  change.reason = readReason(headers, { isReasonRequired });
}

function requireRight({ staffRights }: Person, { right }: AsStaff): void {
  if (!right || staffRights.includes(right)) return;
  throw new Problem('permission.missing', `This needs the right ${right}.`, { permission: right });
}

/** @returns by what they may: what they hold there, or being staff there */
function requireAuthority(
  { access, person, organization }: FastifyRequest,
  { permission, membersOnly, orStaff }: InOrganization,
  { settings }: Portal,
): 'permission' | 'staff' {
  if (membersOnly && !access.isMember) throw notFound();
  if (!permission || access.permissions.includes(permission)) return 'permission';
  if (orStaff && isStaffIn(person, organization.id, settings.staff, orStaff)) return 'staff';
  throw new Problem('permission.missing', `This needs the permission ${permission}.`, { permission });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** When its authority was looked at last; of a clock that only goes forward. */
    authorizedAt: number;
  }
}

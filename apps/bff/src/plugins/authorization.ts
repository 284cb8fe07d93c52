import fp from 'fastify-plugin';
import type { FastifyRequest } from 'fastify';
import { accessIn } from '../access/organization-access.ts';
import type { Person } from '../access/person.ts';
import { sessionPerson } from '../access/session-person.ts';
import type { InOrganization } from '../authority.ts';
import { isId } from '../is-id.ts';
import type { Portal } from '../portal.ts';
import { Problem, notFound } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import { actsAs, changeOf, type Change } from '../record/change.ts';
import { readReason } from '../rules/reason.ts';

/**
 * Lets a request through to validation and handler when its route's authority is given. It runs first, so that
 * nobody learns from a validation error what they must not know. What is refused to a person is put on record.
 */
export const authorization = fp<{ portal: Portal }>((app, { portal }, done) => {
  app.decorateRequest('person', null as never);
  app.decorateRequest('access', null as never);
  app.decorateRequest('organization', null as never);
  app.decorateRequest('change', null as never);
  app.decorateRequest('authorizeAgain', async function (this: FastifyRequest) {
    const { authority } = this.routeOptions.config;
    this.person = await requirePerson(this, portal);
    await enterOrganization(this, portal);
    requireAuthority(this, authority as InOrganization);
    return this.access;
  });

  app.addHook('preValidation', async (request) => {
    const { authority, action } = request.routeOptions.config;
    if (authority === undefined || authority === 'public' || authority === 'webhook') return;
    request.person = await requirePerson(request, portal);
    if (action) request.change = changeOf(request, action, request.person);
    if (authority === 'session') return;
    if ('staffRole' in authority) {
      // To everybody else the pages of staff do not exist.
      if (!request.person.staffRoles.includes(authority.staffRole)) throw notFound();
      return;
    }
    await enterOrganization(request, portal);
    requireAuthority(request, authority);
    // Who leaves does so for themselves, whatever else they are.
    if (action && !authority.membersOnly) actAs(request);
  });

  app.addHook('onError', async ({ change }, _reply, error) => {
    const { code, status } = toProblem(error);
    // A fault is no refusal, and nothing was sent. Who asks too often must not fill the record.
    const isRefusal = status < 500 && code !== 'request.rate_limited';
    if ((change as Change | null)?.isRecorded === false && isRefusal)
      await portal.record.refuse(change, code);
  });
  done();
});

async function requirePerson(request: FastifyRequest, portal: Portal): Promise<Person> {
  if (request.session.userId === undefined) throw new Problem('session.required', 'Sign in to go on.');
  const person = await sessionPerson(request, portal);
  if (person) return person;
  await request.session.destroy();
  throw new Problem('session.required', 'Your session has ended. Sign in again.');
}

/** Finds out what the person may do in the organization that the path names, and that it exists. */
async function enterOrganization(request: FastifyRequest, portal: Portal): Promise<void> {
  const { organizationId } = request.params as { organizationId: string };
  const { person } = request;
  // Staff are let in whatever the id; validation comes later, so that nobody learns from it.
  if (!isId(organizationId)) throw notFound();
  const template = await portal.template.get(person.roleIds);
  const access = accessIn(person, organizationId, template, portal.settings.staff);
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

function actAs({ change, access, person, headers }: FastifyRequest): void {
  change.actor.staffRole = actsAs(access, person);
  change.reason = readReason(headers, access);
}

function requireAuthority({ access, person }: FastifyRequest, authority: InOrganization): void {
  const { permission, membersOnly, orStaff } = authority;
  if (membersOnly && !access.isMember) throw notFound();
  if (!permission || access.permissions.includes(permission)) return;
  if (orStaff && person.staffRoles.includes(orStaff)) return;
  throw new Problem('permission.missing', `This needs the permission ${permission}.`, { permission });
}

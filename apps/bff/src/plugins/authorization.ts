import type { Permission } from '@org-portal/contract';
import fp from 'fastify-plugin';
import type { FastifyRequest } from 'fastify';
import { accessIn } from '../access/organization-access.ts';
import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import { Problem, notFound } from '../problem/problem.ts';
import { readReason } from '../rules/reason.ts';

const READS = new Set(['GET', 'HEAD']);

/**
 * Lets a request through to validation and handler when its route's authority is given. It runs first, so that
 * nobody learns from a validation error what they must not know.
 */
export const authorization = fp<{ portal: Portal }>((app, { portal }, done) => {
  app.decorateRequest('person', null as never);
  app.decorateRequest('access', null as never);
  app.decorateRequest('reason', '');

  app.addHook('preValidation', async (request) => {
    const { authority } = request.routeOptions.config;
    if (authority === undefined || authority === 'public' || authority === 'webhook') return;
    request.person = await requirePerson(request, portal);
    if (authority === 'session') return;
    if ('staffRole' in authority) {
      // To everybody else the pages of staff do not exist.
      if (!request.person.staffRoles.includes(authority.staffRole)) throw notFound();
      return;
    }
    await requirePermission(request, portal, authority.permission);
    if (!READS.has(request.method)) request.reason = readReason(request.headers, request.access);
  });
  done();
});

async function requirePerson(request: FastifyRequest, { people, sessions }: Portal): Promise<Person> {
  const { userId, mayBeStaff = false, signedInAt = 0 } = request.session;
  if (userId === undefined) throw new Problem('session.required', 'Sign in to go on.');
  const isOver = await sessions.isOver(userId, signedInAt);
  const person = isOver ? undefined : await people.get(userId, mayBeStaff);
  if (person) return person;
  await request.session.destroy();
  throw new Problem('session.required', 'Your session has ended. Sign in again.');
}

async function requirePermission(
  request: FastifyRequest,
  portal: Portal,
  permission: Permission,
): Promise<void> {
  const { organizationId } = request.params as { organizationId: string };
  const { person } = request;
  const template = await portal.template.get(person.roleIds);
  const access = accessIn(person, organizationId, template, portal.settings.staff);
  if (!access) throw notFound();
  // Staff are let into every organization, so somebody has to look whether this one exists.
  if (!access.isMember && !(await portal.organizations.get(organizationId))) throw notFound();
  if (!access.permissions.includes(permission)) {
    throw new Problem('permission.missing', `This needs the permission ${permission}.`, { permission });
  }
  request.access = access;
}

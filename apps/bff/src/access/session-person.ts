import type { FastifyRequest } from 'fastify';
import type { Portal } from '../portal.ts';
import type { Person } from './person.ts';

/** @returns who is signed in; nothing when nobody is, or when they are suspended or deleted */
export async function sessionPerson(
  { session }: FastifyRequest,
  { people }: Portal,
): Promise<Person | undefined> {
  return session ? people.get(session.userId, session.mayBeStaff) : undefined;
}

import type { FastifyRequest } from 'fastify';
import type { Portal } from '../portal.ts';
import type { Person } from './person.ts';

/** @returns who is signed in; nothing when nobody is, or not any more */
export async function sessionPerson(
  { session }: FastifyRequest,
  { people, sessions }: Portal,
): Promise<Person | undefined> {
  const { userId, mayBeStaff = false, signedInAt = 0 } = session;
  if (userId === undefined || (await sessions.isOver(userId, signedInAt))) return undefined;
  return people.get(userId, mayBeStaff);
}

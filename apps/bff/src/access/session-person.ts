import type { FastifyRequest } from 'fastify';
import type { Portal } from '../portal.ts';
import type { Person } from './person.ts';

/** @returns who is signed in; nothing when nobody is, or not any more */
export async function sessionPerson(
  { session }: FastifyRequest,
  { people, sessions }: Portal,
): Promise<Person | undefined> {
  if (!session || (await sessions.isOver(session.userId, session.signedInAt))) return undefined;
  return people.get(session.userId, session.mayBeStaff);
}

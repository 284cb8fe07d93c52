import { ACTING_PERSON_HEADER } from '@org-portal/contract';
import fp from 'fastify-plugin';
import { Problem } from '../problem/problem.ts';

/**
 * Refuses what a page asks for in the name of somebody else than the session's person: another tab has signed in as
 * them since, and nobody may act as a person whose name they do not see. For the routes that follow it and have
 * sessions; a client that does not say who it acts for acts for the session's person.
 */
export const actingPerson = fp((app, _options, done) => {
  app.addHook('onRequest', ({ headers, session }, _reply, next) => {
    const believed = headers[ACTING_PERSON_HEADER];
    if (!session || believed === undefined || believed === session.userId) return next();
    next(
      new Problem('session.changed', 'Somebody else is signed in in this browser by now. Nothing was done.'),
    );
  });
  done();
});

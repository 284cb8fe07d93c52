import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { AttemptCookie } from '../sign-in/attempt-cookie.ts';
import { beginSession } from '../sign-in/begin-session.ts';
import { endSession } from '../sign-in/end-session.ts';
import { navigation, requireTls, signInFailed } from '../sign-in/navigation.ts';
import { LanguageTag } from '../sign-in/language-tag.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { toSignInProblem } from '../sign-in/sign-in-problem.ts';

const tags = ['sign-in'];
const Redirect = Type.Null({ description: 'Redirect' });

const StartQuery = Type.Object({
  returnTo: Type.Optional(Type.String()),
  ui_locales: Type.Optional(LanguageTag),
});

/** The person that the page shows, who is to be signed out. */
const SignOutQuery = Type.Object({ person: Type.Optional(Type.String({ maxLength: 128 })) });

const CallbackQuery = Type.Object({ state: Type.Optional(Type.String({ maxLength: 256 })) });

/** Signing in with Logto, and out again. Browsers navigate here; faults end on a page, not in JSON. */
export const signInRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const { signIn, settings } = portal;
  const attempts = new AttemptCookie(settings.portalUrl.protocol === 'https:');

  await app.register(navigation);

  app.get(
    '/auth/sign-in',
    {
      config: { authority: 'public' },
      schema: { tags, summary: 'Leave for sign-in', querystring: StartQuery, response: { 303: Redirect } },
    },
    async (request, reply) => {
      const { returnTo, ui_locales } = request.query;
      try {
        requireTls(request, settings.portalUrl);
        const { url, attempt } = await signIn.start(safeReturnTo(returnTo, settings.portalUrl), ui_locales);
        attempts.set(reply, attempt);
        return reply.redirect(url.href, 303);
      } catch (error) {
        return signInFailed(error, request, reply);
      }
    },
  );

  app.get(
    '/auth/callback',
    {
      config: { authority: 'public' },
      schema: {
        tags,
        summary: 'Come back from sign-in',
        querystring: CallbackQuery,
        response: { 303: Redirect },
      },
    },
    async (request, reply) => {
      const attempt = attempts.find(request, request.query.state ?? '');
      try {
        if (!attempt?.verifier)
          throw new Problem('sign_in.failed', 'This sign-in was not started here, or is over.');
        attempts.markUsed(request, reply, attempt);
        // The same callback again, in the same moment: the first one gives the session, and both lead to the page.
        if (!(await portal.sessions.takeOnce(attempt.state, attempt.startedAt)))
          return reply.redirect(attempt.returnTo, 303);
        const { search } = new URL(request.url, settings.portalUrl);
        const { userId, roleNames, refreshToken } = await signIn.finish(search, attempt);
        const mayBeStaff = portal.people.staffRoles(roleNames).length > 0;
        await beginSession(reply, portal.sessions, { userId, mayBeStaff, refreshToken }, attempt.startedAt);
        portal.metrics?.sessionBegun();
        return reply.redirect(attempt.returnTo, 303);
      } catch (error) {
        // Opened again, or refused: a session that lives is not over for it.
        if (request.session && toSignInProblem(error).code === 'sign_in.failed')
          return reply.redirect(attempt?.returnTo ?? '/', 303);
        return signInFailed(error, request, reply);
      }
    },
  );

  app.post(
    '/auth/sign-out',
    {
      config: { authority: 'public' },
      schema: {
        tags,
        summary: 'End the session here and in Logto',
        querystring: SignOutQuery,
        response: { 303: Redirect },
      },
    },
    async (request, reply) => {
      const { person } = request.query;
      const isSignedIn = request.session !== null;
      // Another tab has signed in as somebody else, and the page that asks has not noticed.
      if (isSignedIn && person !== undefined && person !== request.session?.userId)
        return reply.redirect('/', 303);
      try {
        await endSession(request, portal);
        if (!isSignedIn) return reply.redirect('/signed-out', 303);
        portal.metrics?.sessionEnded('here');
        const url = await signIn.endSessionUrl();
        return reply.redirect(url.href, 303);
      } catch (error) {
        return signInFailed(error, request, reply);
      }
    },
  );
};

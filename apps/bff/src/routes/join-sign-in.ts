import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { JoinInput } from '@org-portal/contract/schema';
import { isManagementApiError } from '@org-portal/management-api';
import { Type } from 'typebox';
import { openInvitation } from '../join/invitation-of-token.ts';
import { signInByLink } from '../join/sign-in-by-link.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import { AttemptCookie } from '../sign-in/attempt-cookie.ts';
import { LanguageTag } from '../sign-in/language-tag.ts';
import { navigation, requireTls, signInFailed } from '../sign-in/navigation.ts';

/** The fields of the form. */
const Form = Type.Object({ ...JoinInput.properties, ui_locales: Type.Optional(LanguageTag) });

/** Signing in to answer an invitation, as its own person: a session of somebody else at Logto does not count. */
export const joinSignInRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const { signIn, settings } = portal;
  const attempts = new AttemptCookie(settings.portalUrl.protocol === 'https:');
  await app.register(navigation);

  app.post(
    '/auth/join',
    {
      config: { authority: 'public' },
      // Bytes: a token and a language, and no more.
      bodyLimit: 4096,
      schema: {
        tags: ['sign-in'],
        summary: 'Leave for sign-in as the invited person, and come back to the invitation',
        consumes: ['application/x-www-form-urlencoded'],
        body: Form,
        response: { 303: Type.Null({ description: 'Redirect' }) },
      },
    },
    async (request, reply) => {
      const { token, ui_locales } = request.body;
      // Browsers keep the fragment to themselves, so the token is in no address that a server sees.
      const page = `/join#${encodeURIComponent(token)}`;
      try {
        requireTls(request, settings.portalUrl);
        const opened = await openInvitation(portal, token);
        const extra = { prompt: 'login consent', ...(await signInByLink(portal, opened)) };
        const { url, attempt } = await signIn.start(page, ui_locales, extra);
        attempts.set(reply, attempt);
        return reply.redirect(url.href, 303);
      } catch (error) {
        const problem = isManagementApiError(error) ? toProblem(error) : error;
        // The page of the invitation says it better.
        if (problem instanceof Problem && problem.code === 'resource.not_found')
          return reply.redirect(page, 303);
        return signInFailed(problem, request, reply);
      }
    },
  );
};

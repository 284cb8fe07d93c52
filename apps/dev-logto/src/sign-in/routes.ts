import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type InteractionResults, type Provider } from 'oidc-provider';
import type { User } from '../store/entities.ts';
import { matches } from '../store/password.ts';
import type { Store } from '../store/store.ts';
import type { DemoAccount } from '../seed/demo.ts';
import { lostPage, signInPage } from './sign-in-page.ts';
import { wordsFor } from './words.ts';

interface SignIn {
  readonly store: Store;
  readonly provider: () => Provider;
  readonly people: readonly DemoAccount[];
  readonly portalUrl: string;
}

type Form = Record<string, string | undefined>;

const asHtml = (reply: FastifyReply, status: number, page: string) =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);

/** Whom the form names: a demo person by a click, anybody else by e-mail and password. */
function identify({ store, people }: SignIn, { userId, email, password }: Form): User | undefined {
  if (userId !== undefined)
    return people.some(({ id }) => id === userId) ? store.users.get(userId) : undefined;
  const user = store.users.byEmail(email?.trim() ?? '');
  return user && matches(password ?? '', user.passwordDigest) ? user : undefined;
}

/** `/sign-in` and `/consent`: where oidc-provider sends the browser, and from where it goes back. */
export function registerSignIn(app: FastifyInstance, signIn: SignIn): void {
  const { store, provider, people, portalUrl } = signIn;
  const language = (request: FastifyRequest, locales?: unknown) =>
    wordsFor(typeof locales === 'string' ? locales : request.headers['accept-language']);
  const interaction = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      return await provider().interactionDetails(request.raw, reply.raw);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      return undefined;
    }
  };
  const lost = (request: FastifyRequest, reply: FastifyReply) =>
    asHtml(reply, 400, lostPage(language(request), portalUrl));
  const resume = async (request: FastifyRequest, reply: FastifyReply, result: InteractionResults) => {
    const back = await provider().interactionResult(request.raw, reply.raw, result, {
      mergeWithLastSubmission: true,
    });
    return reply.redirect(back, 303);
  };

  app.get('/sign-in', async (request, reply) => {
    const details = await interaction(request, reply);
    if (!details) return lost(request, reply);
    return asHtml(reply, 200, signInPage({ ...language(request, details.params['ui_locales']), people }));
  });

  app.post('/sign-in', async (request, reply) => {
    const details = await interaction(request, reply);
    if (!details) return lost(request, reply);
    const form = (request.body ?? {}) as Form;
    const user = identify(signIn, form);
    if (!user || user.isSuspended) {
      const refusal = user ? 'suspended' : 'invalid';
      const spoken = language(request, details.params['ui_locales']);
      return asHtml(reply, 422, signInPage({ ...spoken, people, email: form['email'], refusal }));
    }
    store.users.update(user, { lastSignInAt: Date.now() });
    return resume(request, reply, { login: { accountId: user.id } });
  });

  app.get('/consent', async (request, reply) => {
    const details = await interaction(request, reply);
    if (!details?.session) return lost(request, reply);
    const { params, prompt, grantId, session } = details;
    const known = grantId === undefined ? undefined : await provider().Grant.find(grantId);
    const grant =
      known ??
      new (provider().Grant)({ accountId: session.accountId, clientId: String(params['client_id']) });
    const missing = prompt.details as { missingResourceScopes?: Record<string, string[]> };
    grant.addOIDCScope(String(params['scope']));
    for (const [resource, scopes] of Object.entries(missing.missingResourceScopes ?? {})) {
      grant.addResourceScope(resource, scopes.join(' '));
    }
    return resume(request, reply, { consent: { grantId: await grant.save() } });
  });
}

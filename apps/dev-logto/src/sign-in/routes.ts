import type { FastifyInstance } from 'fastify';
import type { User } from '../store/entities.ts';
import { matches } from '../store/password.ts';
import { registerConsent } from './consent.ts';
import { asHtml, Interactions, type SignIn } from './interaction.ts';
import { registerOneTimeToken } from './one-time-token-routes.ts';
import { registerRegistration } from './registration-routes.ts';
import { signInPage } from './sign-in-page.ts';

type Form = Record<string, string | undefined>;

/** Whom the form names: a demo person by a click, anybody else by e-mail or username and password. */
function identify({ store, people }: SignIn, { userId, email = '', password = '' }: Form): User | undefined {
  if (userId !== undefined)
    return people.some(({ id }) => id === userId) ? store.users.get(userId) : undefined;
  const user = store.users.byEmail(email.trim()) ?? store.users.byUsername(email.trim());
  return user && matches(password, user.passwordDigest) ? user : undefined;
}

/** The pages where oidc-provider sends the browser, and from where it goes back. */
export function registerSignIn(app: FastifyInstance, signIn: SignIn): void {
  const { people } = signIn;
  const interactions = new Interactions(signIn);

  app.get('/sign-in', async (request, reply) => {
    const details = await interactions.find(request, reply);
    if (!details) return reply;
    return asHtml(reply, 200, signInPage({ ...interactions.look(request, details.params), people }));
  });

  app.post('/sign-in', async (request, reply) => {
    const details = await interactions.find(request, reply);
    if (!details) return reply;
    const form = (request.body ?? {}) as Form;
    const user = identify(signIn, form);
    if (!user || user.isSuspended) {
      const refusal = user ? 'suspended' : 'invalid';
      const look = interactions.look(request, details.params);
      return asHtml(reply, 422, signInPage({ ...look, people, email: form['email'], refusal }));
    }
    return interactions.finish(request, reply, details, { kind: 'SignIn', userId: user.id, joined: [] });
  });

  registerRegistration(app, signIn.store, interactions);
  registerOneTimeToken(app, signIn, interactions);
  registerConsent(app, signIn, interactions);
}

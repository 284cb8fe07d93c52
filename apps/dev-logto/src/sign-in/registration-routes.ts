import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.ts';
import { asHtml, type Interactions } from './interaction.ts';
import { refusalOf, register } from './people.ts';
import { registrationPage } from './registration-page.ts';

/** `/register`, where `first_screen=register` leads: a username and a password, Logto's default sign-up. */
export function registerRegistration(app: FastifyInstance, store: Store, interactions: Interactions): void {
  app.get('/register', async (request, reply) => {
    const details = await interactions.find(request, reply);
    if (!details) return reply;
    return asHtml(reply, 200, registrationPage({ ...interactions.look(request, details.params) }));
  });

  app.post('/register', async (request, reply) => {
    const details = await interactions.find(request, reply);
    if (!details) return reply;
    const { username = '', password = '' } = (request.body ?? {}) as Record<string, string | undefined>;
    const given = { username: username.trim(), password };
    const refusal = refusalOf(store, given);
    if (refusal) {
      const look = interactions.look(request, details.params);
      return asHtml(reply, 422, registrationPage({ ...look, username, refusal }));
    }
    const { id: userId } = register(store, given);
    const joined = store.members.organizationsOf(userId);
    return interactions.finish(request, reply, details, { kind: 'Register', userId, joined });
  });
}

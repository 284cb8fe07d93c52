import type { FastifyInstance } from 'fastify';
import type { OneTimeToken } from '../store/one-time-token.ts';
import { asHtml, type Interaction, type Interactions, type SignIn } from './interaction.ts';
import { isTokenRefusal, redeem, type TokenRefusal } from './one-time-token.ts';
import { joinOrganizationsOf, refusalOf, register } from './people.ts';
import { registrationPage } from './registration-page.ts';
import { tokenErrorPage } from './token-error-page.ts';

const errorPath = '/one-time-token/error';

/** The language of the authorization request goes along. */
function errorAddress(reason: TokenRefusal | 'suspended', { params }: Interaction): string {
  const locales = params['ui_locales'];
  const query = { reason, ...(typeof locales === 'string' && { ui_locales: locales }) };
  return `${errorPath}?${new URLSearchParams(query)}`;
}

/**
 * `/one-time-token`, where a magic link leads: takes the token, and signs its owner in; or asks somebody new for
 * a username and registers them. A token that is no good ends at `/one-time-token/error`.
 */
export function registerOneTimeToken(
  app: FastifyInstance,
  { store, portalUrl }: SignIn,
  interactions: Interactions,
): void {
  /** The token that this sign-in has redeemed before, e.g. when its page is loaded again. */
  const redeemed = ({ result }: Interaction) => store.oneTimeTokens.get(String(result?.['oneTimeToken']));
  const ownerOf = ({ email }: OneTimeToken) => store.users.byEmail(email);

  app.get('/one-time-token', async (request, reply) => {
    const details = await interactions.find(request, reply);
    if (!details) return reply;
    const { one_time_token: token, login_hint: hint } = details.params;
    const row = redeemed(details) ?? redeem(store, token, hint);
    if (typeof row === 'string') return reply.redirect(errorAddress(row, details), 303);
    const user = ownerOf(row);
    if (user?.isSuspended) return reply.redirect(errorAddress('suspended', details), 303);
    if (user) {
      const joined = joinOrganizationsOf(store, row, user.id);
      return interactions.finish(request, reply, details, { kind: 'SignIn', userId: user.id, joined });
    }
    details.result = { oneTimeToken: row.id };
    await details.persist();
    const look = interactions.look(request, details.params);
    return asHtml(reply, 200, registrationPage({ ...look, email: row.email }));
  });

  app.post('/one-time-token', async (request, reply) => {
    const details = await interactions.find(request, reply);
    if (!details) return reply;
    const row = redeemed(details);
    if (!row || ownerOf(row)) return interactions.lost(request, reply);
    const { email } = row;
    const { username = '' } = (request.body ?? {}) as Record<string, string | undefined>;
    const given = { username: username.trim(), email };
    const refusal = refusalOf(store, given);
    if (refusal) {
      const look = interactions.look(request, details.params);
      return asHtml(reply, 422, registrationPage({ ...look, email, username, refusal }));
    }
    const { id: userId } = register(store, given);
    joinOrganizationsOf(store, row, userId);
    const joined = store.members.organizationsOf(userId);
    return interactions.finish(request, reply, details, { kind: 'Register', userId, joined });
  });

  app.get<{ Querystring: Record<string, unknown> }>(errorPath, (request, reply) => {
    const { reason } = request.query;
    const known = isTokenRefusal(reason) || reason === 'suspended' ? reason : 'not_found';
    return asHtml(reply, 200, tokenErrorPage(interactions.look(request, request.query), known, portalUrl));
  });
}

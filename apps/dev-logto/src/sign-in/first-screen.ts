/**
 * Where an authorization request begins, by its extra parameters: a magic link before all, then `first_screen`
 * (`register`, `identifier:register`); anything else signs in.
 */
export function firstScreen(params: Readonly<Record<string, unknown>>): string {
  const { one_time_token: token, login_hint: email, first_screen: screen, client_id: appId } = params;
  const query = new URLSearchParams({ app_id: String(appId) });
  if (token) {
    query.set('one_time_token', String(token));
    if (email) query.set('login_hint', String(email));
    return `/one-time-token?${query}`;
  }
  return `${/^(identifier:)?register$/.test(String(screen)) ? '/register' : '/sign-in'}?${query}`;
}

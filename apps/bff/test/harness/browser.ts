import makeFetchCookie from 'fetch-cookie';
import { CookieJar } from 'tough-cookie';

/** As much of a browser as the BFF can see: cookies, redirects, `Origin`. */
export class Browser {
  readonly origin: string;
  readonly jar: CookieJar;
  readonly #fetch;

  /** @param jar the cookies of a browser that goes to another instance as well */
  constructor(origin: string, jar = new CookieJar()) {
    this.origin = origin;
    this.jar = jar;
    this.#fetch = makeFetchCookie(fetch, jar);
  }

  /** A navigation; redirects are followed, to Logto and back. */
  visit(path: string, init: RequestInit = {}): Promise<Response> {
    return this.#fetch(new URL(path, this.origin), {
      ...init,
      headers: { accept: 'text/html', ...(init.headers as Record<string, string>) },
    });
  }

  /** A navigation that stops at the first redirect. */
  step(path: string, init: RequestInit = {}): Promise<Response> {
    return this.visit(path, { ...init, redirect: 'manual' });
  }

  /** Signs in by one click on the embedded Logto's page. @returns the page that the browser ends on */
  async signIn(userId: string, returnTo = '/'): Promise<Response> {
    const page = await this.visit(`/auth/sign-in?${new URLSearchParams({ returnTo })}`);
    return this.visit(page.url, { method: 'POST', body: new URLSearchParams({ userId }) });
  }

  /** Signs in as another person, with Logto's own session ended meanwhile: otherwise Logto would sign in the same one. */
  async signInAs(userId: string): Promise<Response> {
    for (const { key, domain } of await this.jar.store.getAllCookies())
      if (key.startsWith('_session')) await this.jar.store.removeCookie(domain, '/', key);
    return this.signIn(userId);
  }

  /**
   * Leaves for Logto, signs in there, and stops before it comes back.
   * @param start where Logto's sign-in begins; default: where the portal leads
   * @returns the address with which Logto sends the browser back
   */
  async untilCallback(userId: string, start = '/auth/sign-in'): Promise<URL> {
    let reply = await this.step(start);
    for (let steps = 0; steps < 20; steps += 1) {
      const location = reply.headers.get('location');
      const url = new URL(location ?? '', reply.url);
      if (location === null) {
        reply = await this.step(reply.url, { method: 'POST', body: new URLSearchParams({ userId }) });
      } else if (url.pathname === '/auth/callback') {
        return url;
      } else {
        reply = await this.step(url.href);
      }
    }
    throw new Error('Logto did not come back');
  }

  /** Signs out here and, where Logto's page sends its form off by itself, there. @returns the last page */
  async signOut(): Promise<Response> {
    const page = await this.visit('/auth/sign-out', { method: 'POST', headers: { origin: this.origin } });
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.clone().text())?.[1];
    if (xsrf === undefined) return page;
    const confirm = new URL('/oidc/session/end/confirm', page.url);
    return this.visit(confirm.href, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
  }

  /** A call as the web app makes it. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.#fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.origin, 'sec-fetch-site': 'same-origin' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  get = (path: string) => this.call('GET', path);

  async sessionCookie(): Promise<string | undefined> {
    const cookies = await this.jar.getCookies(this.origin);
    return cookies.find((cookie) => cookie.key.endsWith('portal-session'))?.value;
  }
}

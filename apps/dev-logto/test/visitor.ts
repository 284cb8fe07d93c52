interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** A browser without scripts: keeps cookies by path, follows redirects while they stay on one origin. */
export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, Cookie>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /**
   * Goes to an address and on, until a page comes or a redirect leaves the origin.
   * Answers where that was and, where a page came, the response.
   */
  async visit(url: string | URL, form?: Record<string, string>): Promise<{ url: URL; page?: Response }> {
    let at = new URL(url, this.#origin);
    let body = form && new URLSearchParams(form);
    for (;;) {
      if (at.origin !== this.#origin) return { url: at };
      const response = await this.#fetch(at, body);
      body = undefined;
      const next = response.headers.get('location');
      if (!next) return { url: at, page: response };
      at = new URL(next, at);
    }
  }

  async #fetch(url: URL, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { cookie, accept: 'text/html' };
    const response = await fetch(url, { redirect: 'manual', headers, ...(body && { method: 'POST', body }) });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; */);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    const over = attributes.some((one) => /^expires=thu, 01 jan 1970/i.test(one));
    if (over) this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}

import { m2mApplication, managementApiResource } from '@org-portal/dev-logto';

/** What an operator does in Logto itself, with fetch alone: nothing of the portal's client is in it. */
export class ManagementApiByHand {
  readonly #origin: string;
  #token: string | undefined;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async call<Body = never>(method: string, path: string, body?: unknown): Promise<Body> {
    const reply = await this.send(method, path, body);
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined) as Body;
  }

  /** @returns the reply, whatever its status */
  async send(method: string, path: string, body?: unknown): Promise<Response> {
    this.#token ??= await this.#signIn();
    return fetch(`${this.#origin}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async #signIn(): Promise<string> {
    const reply = await fetch(`${this.#origin}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${m2mApplication.id}:${m2mApplication.secret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        resource: managementApiResource,
        scope: 'all',
      }),
    });
    const { access_token } = (await reply.json()) as { access_token: string };
    return access_token;
  }
}

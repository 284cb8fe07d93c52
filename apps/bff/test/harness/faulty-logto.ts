import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterwards } from './afterwards.ts';

export type Harm = (request: IncomingMessage, reply: ServerResponse) => unknown;

export interface Fault {
  /** What is wrong with the Management API; what it is done to does not reach Logto. */
  api?: Harm;
  /** What is wrong with the token endpoint. */
  token?: Harm;
  /** Nobody listens. */
  isDown?: boolean;
  /** By how much Logto's clock is ahead of the portal's, in milliseconds. */
  clock?: number;
}

const TOKEN = '/oidc/token';

/** Stands between the portal and the Management API, as a network, a proxy or a Logto that is not well. */
export class FaultyLogto {
  /** Where it passes on to; to be set before the first request. */
  target = '';
  readonly #writes: { text: string; reply: ServerResponse }[] = [];
  readonly #server: Server;
  readonly #port: number;
  #fault: Fault = {};
  #isForWritesAlone = false;

  private constructor(server: Server) {
    this.#server = server.on('request', (incoming, outgoing) => void this.#answer(incoming, outgoing));
    this.#port = (server.address() as AddressInfo).port;
    afterwards(() => this.#close());
  }

  static async start(): Promise<FaultyLogto> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultyLogto(server);
  }

  /** For LOGTO_MANAGEMENT_ENDPOINT. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The writes that came and that Logto may have acted upon, which it does not with a token that it refuses. */
  writes(): string[] {
    return this.#writes.filter(({ reply }) => reply.statusCode !== 401).map(({ text }) => text);
  }

  /** @param isForWritesAlone whether reads go on to work */
  async begin(fault: Fault, isForWritesAlone: boolean): Promise<void> {
    this.#fault = fault;
    this.#isForWritesAlone = isForWritesAlone;
    this.#writes.length = 0;
    if (fault.isDown) await this.#close();
  }

  async end(): Promise<void> {
    const { isDown } = this.#fault;
    this.#fault = {};
    if (isDown) await once(this.#server.listen(this.#port, '127.0.0.1'), 'listening');
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const body = Buffer.concat(await incoming.toArray());
    const isToken = url === TOKEN;
    const isWrite = !isToken && method !== 'GET';
    if (isWrite) this.#writes.push({ text: `${method} ${url} ${body}`, reply: outgoing });
    const { api, token, clock = 0 } = this.#fault;
    const harm = isToken ? token : isWrite || !this.#isForWritesAlone ? api : undefined;
    if (harm) return void harm(incoming, outgoing);
    const passedOn = request(this.target + url, { method, headers }, (reply) => {
      const date = new Date(Date.now() + clock).toUTCString();
      outgoing.writeHead(reply.statusCode ?? 502, { ...reply.headers, date });
      reply.pipe(outgoing);
    });
    passedOn.on('error', () => outgoing.destroy()).end(body);
  }

  async #close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

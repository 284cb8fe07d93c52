import { Agent, request } from 'node:http';
import { afterAll } from 'vitest';

export interface RawReply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface RawRequest {
  method: string;
  /** As it goes over the wire: nothing is normalized or escaped. */
  path: string;
  /** An array is sent as one line each. */
  headers?: Record<string, string | string[]>;
  body?: string | undefined;
}

/** Sends what no browser and no fetch would: paths, headers and bodies arrive as they are written. */
export class RawClient {
  readonly #port: string;
  readonly #agent: Agent;

  constructor(origin: string, maxSockets = 8) {
    this.#agent = new Agent({ keepAlive: true, maxSockets });
    this.#port = new URL(origin).port;
    afterAll(() => this.#agent.destroy());
  }

  send({ method, path, headers = {}, body }: RawRequest): Promise<RawReply> {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          agent: this.#agent,
          method,
          path,
          headers: { ...length, ...headers },
        },
        async (reply) => {
          const chunks = await reply.toArray().catch(reject);
          const text = Buffer.concat(chunks ?? []).toString();
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text });
        },
      );
      outgoing
        .on('error', (error) => {
          // The server closed the kept connection at that moment; the request never arrived.
          if (outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
            resolve(this.send({ method, path, headers, body }));
          } else reject(error);
        })
        .end(body);
    });
  }
}

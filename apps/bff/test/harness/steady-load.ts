import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Load {
  /** By status, or by the code of an error; a request that no listener took is `ECONNREFUSED`. */
  outcomes: Map<string, number>;
  /** Ends it. Returns once each request has its outcome. */
  end(): Promise<void>;
}

/** What happened to one request over the agent's connections. Nothing is sent twice. */
export function outcomeOf(agent: Agent, url: string, cookie: string): Promise<string> {
  return new Promise((resolve) => {
    request(url, { agent, headers: { cookie } }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve(String(reply.statusCode)));
      reply.on('error', () => resolve('cut'));
    })
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .end();
  });
}

const CONNECTIONS = 32;

/**
 * Opens 32 connections with a request on each, and then sends so many in a second over them in turn, whether they are
 * answered or not. A new one is opened only for one that the server gave up: what is being opened while a listener is
 * closed is reset by the kernel, which no server can help.
 */
export function startLoad(url: string, cookie: string, perSecond: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, scheduling: 'fifo' });
  const outcomes = new Map<string, number>();
  const sent: Promise<void>[] = [];
  let isOver = false;
  const send = async () => {
    const outcome = await outcomeOf(agent, url, cookie);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  const run = async () => {
    await Promise.all(Array.from({ length: CONNECTIONS }, send));
    const began = performance.now();
    while (!isOver) {
      while (sent.length < ((performance.now() - began) / 1_000) * perSecond) sent.push(send());
      await wait(5);
    }
    await Promise.all(sent);
    agent.destroy();
  };
  const all = run();
  return {
    outcomes,
    end: () => {
      isOver = true;
      return all;
    },
  };
}

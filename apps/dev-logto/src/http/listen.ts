import type { FastifyInstance } from 'fastify';
import { StartRefused } from '../refusals.ts';

/** Listens, and answers the port. Rejects with StartRefused, with `app` closed, when the port is in use. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host: host.replace(/^\[|\]$/g, ''), port });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartRefused(
      `Port ${port} is in use, so the embedded Logto cannot start. Example: DEV_LOGTO_PORT=${port + 1}`,
      { cause: error },
    );
  }
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new TypeError('the server has no port');
  return address.port;
}

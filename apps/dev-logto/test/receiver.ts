import { createServer, type IncomingHttpHeaders } from 'node:http';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A webhook's receiver on a port of its own. It answers `statuses` one after the other, then 200; `'never'` never. */
export async function receiver(...statuses: (number | 'never')[]) {
  const all: Delivery[] = [];
  const arrived = new EventEmitter();
  let taken = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = statuses.shift() ?? 200;
      if (status !== 'never')
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"heard":true}');
      all.push({ headers: request.headers, text: Buffer.concat(chunks).toString() });
      arrived.emit('delivery');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    /** Every attempt so far. */
    all,
    /** The next attempt, in the order of arrival. */
    async take(): Promise<Delivery> {
      while (all.length <= taken) await once(arrived, 'delivery');
      return all[taken++]!;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

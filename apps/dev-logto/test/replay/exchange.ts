import { request as http } from 'node:http';
import { request as https } from 'node:https';

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface Received {
  readonly status: number;
  /** Every header line as it came: fetch would join several `Link` lines into one. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/** Sends one request and reads the whole answer; rejects where there is none. */
export async function exchange({ method, url, headers, body }: Sent): Promise<Received> {
  const send = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const { rawHeaders, statusCode = 0 } = incoming;
        const lines = rawHeaders.flatMap((name, at) =>
          at % 2 ? [] : [[name.toLowerCase(), rawHeaders[at + 1] ?? ''] as const],
        );
        resolve({ status: statusCode, lines, text: Buffer.concat(chunks).toString('utf8') });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

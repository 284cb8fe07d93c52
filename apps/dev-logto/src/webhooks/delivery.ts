import { setTimeout as delay } from 'node:timers/promises';
import type { Hook } from '../store/hook.ts';
import { signatureOf } from './signature.ts';

/** How a delivery ended, as a log of the hook shows it: what came back last, and why it counts as failed. */
export interface Outcome {
  readonly response?: { readonly statusCode: number; readonly body: unknown };
  readonly error?: string;
}

const retries = 3;
const firstRetryAfterMs = 300;
const withinMs = 10_000;

/**
 * Posts a body to a hook. As Logto's documentation has it: 10 seconds for all of it, and three further attempts
 * while the receiver answers 5xx (after 0.3, 0.6 and 1.2 s); any other answer, or none, is final. Rejects with
 * the signal's reason only.
 */
export async function deliver(hook: Hook, body: string, signal: AbortSignal): Promise<Outcome> {
  const request = {
    method: 'POST',
    headers: headersOf(hook, body),
    body,
    signal: AbortSignal.any([signal, AbortSignal.timeout(withinMs)]),
  };
  try {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await fetch(hook.config.url, request);
      const text = await answer.text();
      if (answer.status < 500 || attempt === retries) return outcomeOf(answer, text);
      await delay(firstRetryAfterMs * 2 ** attempt, undefined, { signal: request.signal });
    }
  } catch (error) {
    signal.throwIfAborted();
    return { error: String(error) };
  }
}

/** The hook's own headers win over Logto's, but not over the signature. */
function headersOf({ config, signingKey }: Hook, body: string): Record<string, string> {
  const own = Object.entries(config.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    'user-agent': 'Logto (https://logto.io/)',
    'content-type': 'application/json',
    ...(Object.fromEntries(own) as Record<string, string>),
    'logto-signature-sha-256': signatureOf(body, signingKey),
  };
}

function outcomeOf({ ok, status, statusText }: Response, text: string): Outcome {
  const response = { statusCode: status, body: parsed(text) };
  if (ok) return { response };
  return { response, error: `HTTPError: Request failed with status code ${status} ${statusText}`.trimEnd() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

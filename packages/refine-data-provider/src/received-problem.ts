import type { Problem } from '@org-portal/contract';

/** A problem (RFC 9457) of any API: each member may be absent, others may come along, `code` is any word. */
export type ReceivedProblem = Partial<Omit<Problem, 'code'>> & { code?: string };

const STRINGS = ['type', 'title', 'detail', 'instance', 'code'];

/**
 * @param body the parsed body of an error reply
 * @returns the problem without the members that have the wrong type, as RFC 9457 section 3.1 asks;
 * undefined when the body is no JSON object
 */
export function receivedProblem(body: unknown): ReceivedProblem | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, unknown][] => {
      if (STRINGS.includes(name)) return typeof value === 'string' ? [[name, value]] : [];
      if (name === 'status') return Number.isInteger(value) ? [[name, value]] : [];
      if (name === 'errors') return Array.isArray(value) ? [[name, value.filter(isFault)]] : [];
      if (name === 'organization') return isNamed(value) ? [[name, value]] : [];
      return [[name, value]];
    }),
  );
}

function isNamed(value: unknown): value is { id: string; name: string | null } {
  const { id, name } = Object(value) as Record<string, unknown>;
  return typeof id === 'string' && (name === null || typeof name === 'string');
}

function isFault(value: unknown): value is { pointer: string; detail: string } {
  const fault = Object(value) as Record<string, unknown>;
  return typeof fault['pointer'] === 'string' && typeof fault['detail'] === 'string';
}

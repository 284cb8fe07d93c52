import type { MetaQuery } from '@refinedev/core';

/**
 * The signal by which TanStack Query ends a query. Refine 5.0.12 spreads it into `meta`, although its types name
 * `meta.queryContext`. Mutations get none, and Refine merges the page's query string into `meta`, so what lies
 * there may be any word.
 */
export function querySignal(meta: MetaQuery | undefined): AbortSignal | undefined {
  const found: unknown[] = [meta?.['signal'], meta?.queryContext?.signal];
  return found.find((signal) => signal instanceof AbortSignal);
}

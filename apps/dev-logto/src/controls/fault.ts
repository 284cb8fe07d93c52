/** What goes wrong with an answer. */
export type Fault =
  /** Carried out and answered as ever, but begun only after `delayMs`. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Answered at once and not carried out; e.g. 429 with `retryAfter` (seconds), 503, or 403 with Logto's error as `body`. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly body?: Readonly<Record<string, unknown>>;
    }
  /** The connection is reset; nothing is carried out. */
  | { readonly kind: 'reset' }
  /** Carried out; the answer breaks off in the middle of its body. */
  | { readonly kind: 'cut' }
  /** 200 and a body that says it is JSON and is not; nothing is carried out. */
  | { readonly kind: 'garbage' };

/**
 * Whether a request is meant by `METHOD /path` or `/path`, where `{name}` is any segment and `*` any text, as in
 * `GET /api/organizations/{id}/users` or `/api/*`.
 */
export function meant(operation: string): (method: string, pathname: string) => boolean {
  const [, only, path = ''] = /^(?:([A-Z]+) )?(.*)$/s.exec(operation) ?? [];
  const source = path
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{\w+\}/g, '[^/]+')
    .replace(/\*/g, '.*');
  const pattern = new RegExp(`^${source}$`);
  return (method, pathname) => (only === undefined || only === method) && pattern.test(pathname);
}

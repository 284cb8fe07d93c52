/** An error and its causes are not logged deeper than this. */
const DEPTH = 5;
const SHORT = /^[\w.:-]{1,64}$/;
/** What a library may quote in a message: schemes with their credentials, tokens, and what a query or form carries. */
const SECRETS =
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]+|\beyJ[\w-]+\.[\w.-]+|(?<=\b(?:code|state|nonce|code_verifier|client_secret|access_token|refresh_token|id_token|token|password|secret)["']?\s*[=:]\s*["']?)[^\s&"',;}]+|(?<=:\/\/)[^\s/@]+(?=@)|[\w-]{40,}/gi;

export interface LoggedError {
  type: string;
  message: string;
  stack: string;
  code?: string;
  status?: number;
  /** Logto's own code. */
  logtoCode?: string;
  /** OAuth's code (RFC 6749, 5.2). */
  error?: string;
  cause?: LoggedError;
  errors?: LoggedError[];
}

/**
 * What is logged of whatever was thrown: what is named here, and nothing else that a library hangs on its errors, such as
 * headers (undici, openid-client), commands with their arguments (ioredis) or rows (pg).
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'no error was thrown', stack: '' };
  const { code, status, logtoCode, error: oauth, errors } = error as unknown as Record<string, unknown>;
  const isDeep = depth >= DEPTH;
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    stack: withoutSecrets(error.stack ?? ''),
    ...(typeof code === 'string' && SHORT.test(code) ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof logtoCode === 'string' && SHORT.test(logtoCode) ? { logtoCode } : {}),
    ...(typeof oauth === 'string' && SHORT.test(oauth) ? { error: oauth } : {}),
    ...(error.cause instanceof Error && !isDeep ? { cause: loggedError(error.cause, depth + 1) } : {}),
    ...(error instanceof AggregateError && Array.isArray(errors) && !isDeep
      ? { errors: errors.slice(0, DEPTH).map((one) => loggedError(one, depth + 1)) }
      : {}),
  };
}

/** @returns the text without what looks like a token */
export const withoutSecrets = (text: string) => text.replace(SECRETS, '[redacted]');

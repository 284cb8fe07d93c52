/** Logto's words for OAuth's error codes; the rest get the fallback. */
const messages: Record<string, string> = {
  access_denied: 'Access denied.',
  invalid_grant: 'Grant request is invalid.',
  invalid_redirect_uri: "`redirect_uri` did not match any of the client's registered `redirect_uris`.",
  invalid_request: 'Request is invalid.',
  invalid_target: 'Invalid resource indicator.',
  invalid_token: 'Invalid token provided.',
  server_error: 'An unknown OIDC error occurred. Please try again later.',
  unsupported_grant_type: 'Unsupported `grant_type` requested.',
  unsupported_response_mode: 'Unsupported `response_mode` requested.',
  unsupported_response_type: 'Unsupported `response_type` requested.',
};

interface OAuthError {
  readonly error: string;
  readonly error_description?: string;
  readonly scope?: string;
}

const isOAuthError = (body: unknown): body is OAuthError =>
  typeof body === 'object' && body !== null && typeof (body as { error?: unknown }).error === 'string';

function message({ error, error_description, scope }: OAuthError): string {
  if (error === 'invalid_scope') return `Invalid scope: ${error_description ?? ''}.`;
  if (error === 'insufficient_scope') return `Token missing scope \`${scope ?? ''}\`.`;
  return messages[error] ?? `An OIDC error occurred: oidc.${error}.`;
}

/** An OAuth error body with Logto's `code` and `message` in front (recording 01); anything else as it is. */
export function inLogtoDialect(body: unknown): unknown {
  if (!isOAuthError(body)) return body;
  return { code: `oidc.${body.error}`, message: message(body), ...body };
}

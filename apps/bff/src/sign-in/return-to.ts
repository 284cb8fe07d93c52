/** Characters; it goes along in the cookie of the attempt, and browsers drop cookies of more than 4 KB. */
const MAX_LENGTH = 2048;

/**
 * Where to go after sign-in: a path of the portal, never another origin.
 * @param text what the address bar said, in whatever spelling
 * @returns path, query and fragment; `/` for anything else
 */
export function safeReturnTo(text: string | undefined, portalUrl: URL): string {
  if (!text?.startsWith('/') || !URL.canParse(text, portalUrl.href)) return '/';
  const url = new URL(text, portalUrl);
  if (url.origin !== portalUrl.origin || url.pathname.startsWith('//') || url.pathname.startsWith('/auth/'))
    return '/';
  const path = url.pathname + url.search + url.hash;
  return path.length > MAX_LENGTH ? '/' : path;
}

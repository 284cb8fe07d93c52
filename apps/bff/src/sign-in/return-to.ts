/** Characters. It is kept in a cookie while somebody signs in, and several tabs may; a join link just fits. */
const MAX_LENGTH = 512;

/**
 * Where to go after sign-in: a path of the portal, never another origin.
 * @param text what the address bar said, in whatever spelling
 * @returns path, query and fragment; the path alone where they are too long together; `/` for anything else
 */
export function safeReturnTo(text: string | undefined, portalUrl: URL): string {
  if (!text?.startsWith('/') || !URL.canParse(text, portalUrl.href)) return '/';
  const url = new URL(text, portalUrl);
  if (url.origin !== portalUrl.origin || url.pathname.startsWith('//') || url.pathname.startsWith('/auth/'))
    return '/';
  const fitting = [url.pathname + url.search + url.hash, url.pathname].find(
    (one) => one.length <= MAX_LENGTH,
  );
  return fitting ?? '/';
}

/**
 * The page asks no other host for anything, pictures of people included: that would tell the host who looks at
 * whom.
 * @returns the picture's address if it is the portal's own, or holds the picture itself
 */
export function avatarSource(avatar: string | null, origin: string): string | undefined {
  if (!avatar || !URL.canParse(avatar, origin)) return undefined;
  const url = new URL(avatar, origin);
  return url.origin === origin || /^data:image\//i.test(avatar) ? url.href : undefined;
}

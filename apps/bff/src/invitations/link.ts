import type { Settings } from '../settings/settings.ts';
import { sealJoinToken, type JoinToken } from './join-token.ts';

/**
 * @returns the page of the portal where the invitation is shown, and accepted or declined. The token is the fragment,
 * which browsers send to no server (RFC 9110, 4.2.5), so no proxy logs it
 */
export function joinLink(
  { portalUrl, sessionSecrets }: Pick<Settings, 'portalUrl' | 'sessionSecrets'>,
  content: JoinToken,
): string {
  return new URL(`/join#${sealJoinToken(content, sessionSecrets)}`, portalUrl).href;
}

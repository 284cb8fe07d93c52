import type { Settings } from '../settings/settings.ts';

/** Where the message leads: after sign-in, the page that shows the invitations to whoever signed in. */
export const invitationLink = ({ portalUrl }: Settings): string => new URL('/welcome', portalUrl).href;

import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { openSealed, seal } from '../sign-in/seal.ts';

const Via = Type.Union([Type.Literal('mail'), Type.Literal('copy')]);
const Schema = Compile(Type.Tuple([Type.String(), Type.String(), Type.Integer(), Via]));

export interface JoinToken {
  organizationId: string;
  /** E-mail address, as it was sent to Logto. */
  invitee: string;
  /** Epoch milliseconds. With the other two it tells one invitation from all others, before Logto gave it an id. */
  expiresAt: number;
  /** `mail`: nobody but the mailbox has it. `copy`: whoever was given it. */
  via: Static<typeof Via>;
}

const NAME = 'join';

/** @returns what stands in an invitation's link: nobody without the secret can read, change or make one */
export function sealJoinToken(
  { organizationId, invitee, expiresAt, via }: JoinToken,
  secret: string,
): string {
  const text = JSON.stringify([organizationId, invitee, expiresAt, via]);
  return Buffer.from(seal(text, secret, NAME), 'base64').toString('base64url');
}

/** @returns nothing when the portal did not make it */
export function openJoinToken(token: string, secret: string): JoinToken | undefined {
  const text = openSealed(Buffer.from(token, 'base64url').toString('base64'), secret, NAME);
  if (text === undefined) return undefined;
  const content: unknown = JSON.parse(text);
  if (!Schema.Check(content)) return undefined;
  const [organizationId, invitee, expiresAt, via] = content;
  return { organizationId, invitee, expiresAt, via };
}

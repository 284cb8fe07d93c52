import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { openSealed, seal, type Secrets } from '../sign-in/seal.ts';

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

/** @returns what stands in an invitation's link: nobody without a secret of the portal can read, change or make one */
export function sealJoinToken(
  { organizationId, invitee, expiresAt, via }: JoinToken,
  secrets: Secrets,
): string {
  const text = JSON.stringify([organizationId, invitee, expiresAt, via]);
  return Buffer.from(seal(text, secrets, NAME), 'base64').toString('base64url');
}

/** @returns nothing when the portal did not make it */
export function openJoinToken(token: string, secrets: Secrets): JoinToken | undefined {
  const text = openSealed(Buffer.from(token, 'base64url').toString('base64'), secrets, NAME);
  if (text === undefined) return undefined;
  const content: unknown = JSON.parse(text);
  if (!Schema.Check(content)) return undefined;
  const [organizationId, invitee, expiresAt, via] = content;
  return { organizationId, invitee, expiresAt, via };
}

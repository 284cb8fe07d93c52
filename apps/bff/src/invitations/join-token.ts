import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { openSealed, seal, type Secrets } from '../sign-in/seal.ts';

const place = [Type.String(), Type.String(), Type.Integer()] as const;
const Schema = Compile(
  Type.Union([
    Type.Tuple([...place, Type.Literal('copy')]),
    Type.Tuple([...place, Type.Literal('mail'), Type.String()]),
    // Sent before messages had an id.
    Type.Tuple([...place, Type.Literal('mail')]),
  ]),
);

interface Named {
  organizationId: string;
  /** E-mail address, as it was sent to Logto. */
  invitee: string;
  /** Epoch milliseconds. With the other two it tells one invitation from all others, before Logto gave it an id. */
  expiresAt: number;
}

/** `mail`: only the mailbox has it, and each message has an id of its own. `copy`: it was handed over. */
export type JoinToken = Named & ({ via: 'mail'; message?: string | undefined } | { via: 'copy' });

const NAME = 'join';

/** @returns the secret of an invitation's link: only a holder of the portal's secrets can read, change or make one */
export function sealJoinToken(token: JoinToken, secrets: Secrets): string {
  const { organizationId, invitee, expiresAt, via } = token;
  const message = token.via === 'mail' && token.message !== undefined ? [token.message] : [];
  const text = JSON.stringify([organizationId, invitee, expiresAt, via, ...message]);
  return Buffer.from(seal(text, secrets, NAME), 'base64').toString('base64url');
}

/** @returns nothing when the portal did not make it */
export function openJoinToken(token: string, secrets: Secrets): JoinToken | undefined {
  const text = openSealed(Buffer.from(token, 'base64url').toString('base64'), secrets, NAME);
  if (text === undefined) return undefined;
  const content: unknown = JSON.parse(text);
  if (!Schema.Check(content)) return undefined;
  const [organizationId, invitee, expiresAt, via, message] = content;
  const named = { organizationId, invitee, expiresAt };
  return via === 'mail' ? { ...named, via, message } : { ...named, via };
}

import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, type JWTVerifyGetKey } from 'jose';
import { newId } from '../store/new-id.ts';

/** A fresh ES384 key for one run: the private half to sign, the public half to verify. */
export async function signingKey(): Promise<{ privateJwk: JWK; verify: JWTVerifyGetKey }> {
  const pair = await generateKeyPair('ES384', { extractable: true });
  const about = { kid: newId(), alg: 'ES384', use: 'sig' };
  const privateJwk = { ...(await exportJWK(pair.privateKey)), ...about };
  const publicJwk = { ...(await exportJWK(pair.publicKey)), ...about };
  return { privateJwk, verify: createLocalJWKSet({ keys: [publicJwk] }) };
}

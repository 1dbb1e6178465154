import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { pathOf } from './release-files.ts';

/** `rules/releases/<name>.signature.json`: who vouches for a release. The signature is over the release file's bytes. */
const Signature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** SPKI, PEM. */
  publicKey: z.string(),
  /** Base64. */
  signature: z.base64(),
});
export type Signature = z.infer<typeof Signature>;

/** The key given is not one that signs releases. */
export class NoSigningKey extends Error {}

const signaturePath = (root: string, name: string): string => pathOf(root, `${name}.signature`);

/** Signs a release with an Ed25519 key in PEM. Throws NoSigningKey where it is another kind of key, or none. */
export const signRelease = (root: string, name: string, pem: string): void => {
  const key = (() => {
    try {
      return createPrivateKey(pem);
    } catch {
      throw new NoSigningKey('no private key in PEM');
    }
  })();
  if (key.asymmetricKeyType !== 'ed25519') throw new NoSigningKey(`a key of type ${key.asymmetricKeyType}`);
  const signed: Signature = {
    algorithm: 'Ed25519',
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
    signature: sign(null, readFileSync(pathOf(root, name)), key).toString('base64'),
  };
  writeFileSync(signaturePath(root, name), `${JSON.stringify(signed, null, 2)}\n`);
};

/**
 * Whether a release's signature holds: by the key given, or by the one beside it, which proves only that nothing has
 * changed since whoever it was signed it. `unsigned` where there is none.
 */
export const verifyRelease = (root: string, name: string, trusted?: string): 'holds' | 'broken' | 'unsigned' => {
  const path = signaturePath(root, name);
  if (!existsSync(path)) return 'unsigned';
  try {
    const { publicKey, signature } = Signature.parse(JSON.parse(readFileSync(path, 'utf8')));
    const key = createPublicKey(trusted ?? publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return 'broken';
    return verify(null, readFileSync(pathOf(root, name)), key, Buffer.from(signature, 'base64')) ? 'holds' : 'broken';
  } catch {
    return 'broken';
  }
};

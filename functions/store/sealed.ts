import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import type { KeptRecord } from '../../events/manifest.ts';
import type { Objects } from './objects.ts';

// Every key of the sealed bucket is spelled here and nowhere else.
//
//   seal        sealed/<submission id>.json            raw values of the violating records, for `unmask` alone
//   sealPart    sealed/<submission id>-<nnnn>.json     the same of a file, some thousand each
//
// Sealing is one-way: a fresh AES-256-GCM key for each object, wrapped with RSA-OAEP (SHA-256) under a public key whose
// private half no function of ours holds. Not even the service that wrote an object can open it again.

/** `{ wrappedKey, iv, tag, sealed }`, all base64: the object as it is stored. */
export const sealedWith = (publicKeyPem: string, content: unknown): string => {
  const key = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const wrappedKey = publicEncrypt(
    { key: createPublicKey(publicKeyPem), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    key,
  );
  const base64 = (bytes: Buffer) => bytes.toString('base64');
  return JSON.stringify({
    wrappedKey: base64(wrappedKey),
    iv: base64(iv),
    tag: base64(cipher.getAuthTag()),
    sealed: base64(sealed),
  });
};

export const sealedStore = (objects: Objects, publicKeyPem: () => Promise<string>) => ({
  /** Seals raw records; again for the same submission replaces what was sealed by what says the same. */
  seal: async (submission: string, records: readonly KeptRecord[]): Promise<void> => {
    const body = Buffer.from(sealedWith(await publicKeyPem(), records));
    await objects.put(`sealed/${submission}.json`, body, { 'content-type': 'application/json' }, false);
  },
  /** The same of one part of a file's violating records. */
  sealPart: async (submission: string, part: number, records: readonly KeptRecord[]): Promise<void> => {
    const body = Buffer.from(sealedWith(await publicKeyPem(), records));
    const key = `sealed/${submission}-${String(part).padStart(4, '0')}.json`;
    await objects.put(key, body, { 'content-type': 'application/json' }, false);
  },
});

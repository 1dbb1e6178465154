import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// keys/ in the data directory, each file readable by its owner only:
//
//   identity          personal values become tokens under it (base64)
//   signing.pem       signs the tokens that callers bear (RS256)
//   seal-private.pem  opens what was sealed; read by no function, and not by the host after it made it
//   seal-public.pem   seals
//   objects.json      the object store's access key

export type Keys = {
  readonly identity: string;
  readonly signing: KeyObject;
  readonly sealPublic: string;
  readonly objects: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/** The file's text; made first where there is none. Of two processes that make it at once, both read the same one. */
const kept = (directory: string, name: string, make: () => string): string => {
  const path = join(directory, name);
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, make(), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(path, 'utf8');
};

const rsaPrivateKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const publicPemOf = (privatePem: string): string =>
  createPublicKey(privatePem).export({ type: 'spki', format: 'pem' }).toString();

const accessKey = (): string =>
  JSON.stringify({
    accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
  });

/** The keys of a data directory, made at its first use. */
export const keysOf = (data: string): Keys => {
  const directory = join(data, 'keys');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return {
    identity: kept(directory, 'identity', () => randomBytes(32).toString('base64')),
    signing: createPrivateKey(kept(directory, 'signing.pem', rsaPrivateKey)),
    sealPublic: kept(directory, 'seal-public.pem', () =>
      publicPemOf(kept(directory, 'seal-private.pem', rsaPrivateKey)),
    ),
    objects: JSON.parse(kept(directory, 'objects.json', accessKey)),
  };
};

/** The access key that a role signs its requests with, derived: whoever has the data directory can make it again. */
export const accessKeyOf = ({ signing }: Keys, roleArn: string) => ({
  roleArn,
  accessKeyId: `LOCAL${createHash('sha256').update(roleArn).digest('hex').slice(0, 15).toUpperCase()}`,
  secretAccessKey: createHmac('sha256', signing.export({ type: 'pkcs8', format: 'der' }))
    .update(roleArn)
    .digest('base64url'),
});

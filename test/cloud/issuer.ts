import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Claims, issueToken, wellKnown } from '../../infra/local/issuer.ts';

/** The local host's issuer as an identity provider of its own, which the deployed authorizer asks for its keys. */
export const startIssuer = async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let documents: ReadonlyMap<string, object> = new Map();
  const server = createServer((request, answer) => {
    const document = documents.get(request.url ?? '');
    answer.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(document ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as { readonly port: number }).port}`;
  documents = await wellKnown(privateKey, url, url);
  return {
    url,
    token: (claims: Claims, seconds = 3_600) => issueToken(privateKey, claims, seconds, url),
    /** For a process that is to sign as this issuer. */
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    close: () => server.close(),
  };
};

import { IAM_PRINCIPALS } from '../../functions/env.ts';
import { routes } from '../cloud/routes.ts';
import type { Functions } from './functions.ts';
import { type Authorizer, type Gateway, openGateway } from './gateway.ts';
import { tokenVerifier, wellKnown } from './issuer.ts';
import { accessKeyOf, type Keys } from './keys.ts';
import { signerOf } from './sigv4.ts';

type Listening = { readonly port: number; readonly host?: string; readonly log?: (line: string) => void };

const byToken = ({ signing }: Keys): Authorizer => {
  const verified = tokenVerifier(signing);
  return async ({ headers }) => {
    const claims = await verified(headers.authorization);
    return claims && { jwt: { claims, scopes: null } };
  };
};

const bySignature = (keys: Keys, roleArns: readonly string[]): Authorizer => {
  const accessKeys = roleArns.map((roleArn) => accessKeyOf(keys, roleArn));
  return async (request, body) => {
    const signer = await signerOf(request, body, accessKeys);
    return signer && { iam: { accessKey: signer.accessKeyId, userArn: signer.roleArn } };
  };
};

/**
 * The two APIs of the cloud over the same functions, since a route has one authorizer: bearer tokens at `port`, and,
 * while IAM_PRINCIPALS names roles, signed requests at the port after it.
 */
export const openApis = async ({ port, host = '127.0.0.1', log }: Listening, keys: Keys, http: Functions['http']) => {
  const documents = new Map<string, object>();
  const common: Omit<Gateway, 'authorizer'> = { routes, functions: http, ...(log && { log }) };
  const jwt = await openGateway({ ...common, documents, authorizer: byToken(keys) }, port, host);
  const address = `http://${host}:${jwt.port}`;
  for (const [path, document] of await wellKnown(keys.signing, address)) documents.set(path, document);

  const roleArns = Object.keys(JSON.parse(process.env[IAM_PRINCIPALS] || '{}'));
  const iam =
    roleArns.length === 0
      ? undefined
      : await openGateway({ ...common, authorizer: bySignature(keys, roleArns) }, port && port + 1, host).catch(
          async (error) => {
            await jwt.close();
            throw error;
          },
        );
  return {
    address,
    iamAddress: iam && `http://${host}:${iam.port}`,
    close: async (): Promise<void> => {
      await Promise.all([jwt.close(), iam?.close()]);
    },
  };
};

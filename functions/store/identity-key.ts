import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { IDENTITY_KEY, IDENTITY_SECRET_ARN, required } from '../env.ts';

/**
 * The deployment's identity key, that personal values become tokens under: from the environment on one machine, from
 * Secrets Manager (base64 text) in the cloud. Read it once per cold start.
 */
export const identityKey = async (): Promise<Buffer> => {
  const own = process.env[IDENTITY_KEY];
  if (own) return Buffer.from(own, 'base64');
  const secret = await new SecretsManagerClient().send(
    new GetSecretValueCommand({ SecretId: required(IDENTITY_SECRET_ARN) }),
  );
  return Buffer.from(secret.SecretString!, 'base64');
};

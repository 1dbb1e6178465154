import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { required, SEAL_KEY_ARN, SEAL_PUBLIC_KEY } from '../env.ts';

let known: Promise<string> | undefined;

const fromKms = async (): Promise<string> => {
  const { PublicKey } = await new KMSClient().send(new GetPublicKeyCommand({ KeyId: required(SEAL_KEY_ARN) }));
  return `-----BEGIN PUBLIC KEY-----\n${Buffer.from(PublicKey!).toString('base64')}\n-----END PUBLIC KEY-----\n`;
};

/** The public key that raw values are sealed under, as PEM: fetched once per process. */
export const sealKey = (): Promise<string> => {
  const here = process.env[SEAL_PUBLIC_KEY];
  known ??= here === undefined || here === '' ? fromKms() : Promise.resolve(here);
  return known;
};

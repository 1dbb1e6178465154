// Names of the environment that functions read; the CDK app and the local host set them, nobody else spells them.
export const TABLE = 'TABLE';
export const RECORDS_BUCKET = 'RECORDS_BUCKET';
export const SEALED_BUCKET = 'SEALED_BUCKET';
/** Files as enterprises send them, and what they are cut into: raw, and gone once judged. */
export const UPLOADS_BUCKET = 'UPLOADS_BUCKET';
/** Bytes that a file may have, where it is not the usual limit. */
export const UPLOAD_LIMIT_BYTES = 'UPLOAD_LIMIT_BYTES';
/** Days for which what comes back of a file is there, where it is not a week. */
export const UPLOAD_COPY_DAYS = 'UPLOAD_COPY_DAYS';
/** Where the object store answers, unless the SDK's own variables name another place. */
export const S3_ENDPOINT = 'S3_ENDPOINT';
/** Base64 of the deployment's identity key; the local host sets it, the cloud names a secret instead. */
export const IDENTITY_KEY = 'IDENTITY_KEY';
export const IDENTITY_SECRET_ARN = 'IDENTITY_SECRET_ARN';
/** PEM of the RSA public key that raw values are sealed under; the private half is never ours. */
export const SEAL_PUBLIC_KEY = 'SEAL_PUBLIC_KEY';
export const SEAL_KEY_ARN = 'SEAL_KEY_ARN';
export const BUS_NAME = 'BUS_NAME';
export const TOPIC_ARN = 'TOPIC_ARN';
/** JSON object: role ARN → claims, for the API whose callers sign with SigV4. */
export const IAM_PRINCIPALS = 'IAM_PRINCIPALS';
/** `1` lets webhooks go to loopback addresses: only ever on one machine. */
export const WEBHOOK_LOOPBACK = 'WEBHOOK_LOOPBACK';

/** The variable's value; a function that starts without it is misconfigured and says which one is missing. */
export const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
};

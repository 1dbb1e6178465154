import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { awsAt } from './aws.ts';
import { region } from './emulators.ts';

const field = (xml: string, name: string): string => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)![1]!;

/** Takes on a role, made first, and signs requests to an API with its session as any caller in China does. */
export const signedAs = async (aws: ReturnType<typeof awsAt>, roleArn: string, api: string) => {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
  };
  await aws.form('iam', {
    Action: 'CreateRole',
    Version: '2010-05-08',
    RoleName: roleArn.split('/').at(-1)!,
    AssumeRolePolicyDocument: JSON.stringify(trust),
  });
  const session = await aws.form('sts', {
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: 'verify',
  });
  const signer = new SignatureV4({
    service: 'execute-api',
    region,
    credentials: {
      accessKeyId: field(session, 'AccessKeyId'),
      secretAccessKey: field(session, 'SecretAccessKey'),
      sessionToken: field(session, 'SessionToken'),
    },
    sha256: Sha256,
  });
  return async (path: string) => {
    const url = new URL(api + path);
    const { headers } = await signer.sign({
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      port: Number(url.port),
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { host: url.host },
    });
    const { host: _, ...sent } = headers;
    const answer = await fetch(url, { headers: sent });
    const body = (await answer.json()) as { readonly code?: string };
    return { status: answer.status, body };
  };
};

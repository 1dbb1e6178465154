import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import { defaultCopyDays } from '../../events/upload.ts';
import { UPLOAD_COPY_DAYS, UPLOAD_LIMIT_BYTES } from '../../functions/env.ts';

/** What whoever deploys may choose: by `cdk deploy -c <name>=<value>`, or in the context of cdk.json. */
export type Settings = {
  /** Named here and not taken from the environment: where personal data lies is nobody's default. */
  readonly region: string;
  readonly account?: string;
  /** The OIDC issuer whose tokens the `jwt` API takes. */
  readonly jwtIssuer: string;
  readonly jwtAudience: readonly string[];
  /** JSON object: role ARN → claims, for the callers of the `iam` API. */
  readonly iamPrincipals: string;
  readonly runtime: 'nodejs24.x' | 'nodejs22.x';
  /** For each API and all its callers together. */
  readonly requestsPerSecond: number;
  /** Bytes that a file may have, where it is not the usual 2 GiB. */
  readonly uploadBytes?: number;
  /** Days for which the marked copies of an uploaded table are there. */
  readonly copyDays: number;
  /** Of the pages that put files from a browser; none unless they are named. */
  readonly uploadOrigins: readonly string[];
};

/** 网络安全法 asks for six months of logs; the choice named six months has 180 days, which can be four too few. */
export const logsKept = RetentionDays.ONE_YEAR;

const runtimes = ['nodejs24.x', 'nodejs22.x'] as const;

const runtimeOf = (name: string): Settings['runtime'] => {
  const runtime = runtimes.find((one) => one === name);
  if (runtime === undefined) throw new Error(`runtime is ${name}; it may be ${runtimes.join(' or ')}`);
  return runtime;
};

const principalsOf = (json: string): string => {
  const principals: unknown = JSON.parse(json);
  if (typeof principals === 'object' && principals !== null && !Array.isArray(principals)) return json;
  throw new Error('iamPrincipals is not a JSON object of role ARN → claims');
};

const rateOf = (text: string): number => {
  const rate = Number(text);
  if (rate > 0) return rate;
  throw new Error(`requestsPerSecond is ${text}; it must be a number above 0`);
};

const daysOf = (text: string): number => {
  const days = Number(text);
  // They hold personal values as they were sent: longer than a month is a store of them.
  if (Number.isInteger(days) && days >= 1 && days <= 30) return days;
  throw new Error(`copyDays is ${text}; it must be a whole number of days from 1 to 30`);
};

const originsOf = (text: string): readonly string[] => {
  const origins = text.split(' ').filter((origin) => origin !== '');
  // As a browser names it: no path, no slash at the end, no port that is understood, and no star for all there are.
  const isOrigin = (text: string) => /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong === undefined) return origins;
  throw new Error(`uploadOrigins names ${wrong}; each must be an origin such as https://console.example`);
};

const bytesOf = (text: string): number => {
  const bytes = Number(text);
  // One PUT takes no more.
  if (Number.isInteger(bytes) && bytes > 0 && bytes <= 5 * 1024 ** 3) return bytes;
  throw new Error(`uploadBytes is ${text}; it must be a whole number of bytes, at most 5 GiB`);
};

/**
 * The settings of a deployment, each with a default that synthesises without an account. Throws Error for a runtime,
 * a rate, a size, days, origins or principals that cannot be meant.
 */
export const settingsOf = (node: Node, environment: NodeJS.ProcessEnv = process.env): Settings => {
  const chosen = (name: string, otherwise: string): string => String(node.tryGetContext(name) ?? otherwise);
  const account = environment.CDK_DEFAULT_ACCOUNT;
  const uploadBytes = chosen('uploadBytes', '');
  return {
    region: chosen('region', 'cn-north-1'),
    ...(account && { account }),
    // `.invalid` resolves nowhere: API Gateway refuses to deploy until a real issuer is named.
    jwtIssuer: chosen('jwtIssuer', 'https://issuer.invalid'),
    jwtAudience: chosen('jwtAudience', 'fanzha-audit').split(' '),
    iamPrincipals: principalsOf(chosen('iamPrincipals', '{}')),
    runtime: runtimeOf(chosen('runtime', 'nodejs24.x')),
    ...(uploadBytes !== '' && { uploadBytes: bytesOf(uploadBytes) }),
    uploadOrigins: originsOf(chosen('uploadOrigins', '')),
    copyDays: daysOf(chosen('copyDays', String(defaultCopyDays))),
    requestsPerSecond: rateOf(chosen('requestsPerSecond', '200')),
  };
};

/** What functions that hold a file against its limits are told of them. */
export const limitEnvironment = (
  run: string,
  { uploadBytes, copyDays }: Settings,
): Readonly<Record<string, string>> => ({
  ...(uploadBytes !== undefined &&
    ['create-upload', 'prepare-upload'].includes(run) && { [UPLOAD_LIMIT_BYTES]: String(uploadBytes) }),
  ...(copyDays !== defaultCopyDays &&
    ['copy-upload', 'watch-uploads'].includes(run) && { [UPLOAD_COPY_DAYS]: String(copyDays) }),
});

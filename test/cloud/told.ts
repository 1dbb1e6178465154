import { createPrivateKey } from 'node:crypto';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { type Claims, issueToken } from '../../infra/local/issuer.ts';
import { type World, worldAt } from '../journeys/world.ts';
import { awsAt } from './aws.ts';
import type { Deployed } from './deployment.ts';
import { clientEnvironment, type Emulator, region } from './emulators.ts';
import { deployedFunctions } from './functions.ts';

type Told = {
  readonly directory: string;
  readonly assembly: string;
  readonly ministack: string;
  readonly deployed: Deployed;
  readonly issuer: { readonly url: string; readonly key: string };
  readonly roleArn: string;
};

const text = process.env.VERIFY;
if (text === undefined) throw new Error('this is run by `npm run verify:cloud`, which says where things are');

/** Where the deployment stands that `npm run verify:cloud` has made. */
export const told: Told = JSON.parse(text);

export const emulator: Emulator = { url: told.ministack, env: clientEnvironment(told.ministack) };
export const aws = awsAt(told.ministack);
export const functions = deployedFunctions(
  new LambdaClient({ endpoint: told.ministack, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }),
);

const signing = createPrivateKey(told.issuer.key);
const token = (claims: Claims, seconds = 3_600): Promise<string> =>
  issueToken(signing, claims, seconds, told.issuer.url);

/** The deployed service, by bearer tokens. */
export const cloudWorld = (): World => worldAt({ address: told.deployed.jwt, token });

import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { freePort, serve } from './processes.ts';

export type Emulator = {
  readonly url: string;
  /** What every AWS client needs to speak to it. */
  readonly env: Readonly<Record<string, string>>;
};

export const region = 'cn-north-1';
export const account = '000000000000';

/** Nothing of the caller's own AWS: a check never speaks to a real account. `node` is the one that runs this. */
const clean = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith('AWS_') || name.startsWith('CDK_') ? [] : [[name, value]],
    ),
  ),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
});

/** The environment in which every AWS client speaks to the emulator at `url`. */
export const clientEnvironment = (url: string): Readonly<Record<string, string>> => ({
  ...clean(),
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  CDK_DEFAULT_ACCOUNT: account,
});

const answers = (url: string) => async () => (await fetch(url)).status < 500;

/** AWS on this machine: deploys the stacks, runs the functions with the Node that runs this. */
export const startMinistack = async (bin: string, directory: string): Promise<Emulator> => {
  const port = await freePort();
  const own = join(directory, 'ministack');
  mkdirSync(own, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...clean(),
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    MINISTACK_REGION: region,
    MINISTACK_ACCOUNT_ID: account,
    LAMBDA_EXECUTOR: 'local',
    IOT_MTLS_ENABLED: '0',
    TMPDIR: own,
    S3_DATA_DIR: join(own, 's3'),
  };
  const log = join(directory, 'ministack.log');
  await serve(
    { command: join(bin, 'ministack'), args: [], env, cwd: own, log },
    answers(`${url}/_ministack/health`),
    60,
  );
  return { url, env: clientEnvironment(url) };
};

/** A second opinion on DynamoDB. */
export const startMoto = async (bin: string, directory: string): Promise<Emulator> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(directory, 'moto.log');
  const args = ['-H', '127.0.0.1', '-p', String(port)];
  await serve({ command: join(bin, 'moto_server'), args, env: clean(), cwd: directory, log }, answers(url), 60);
  return { url, env: clientEnvironment(url) };
};

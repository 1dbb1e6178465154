import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { settingsOf } from '../../infra/cloud/settings.ts';
import { addStacks } from '../../infra/cloud/stacks.ts';
import { account, type Emulator, region } from './emulators.ts';
import { run } from './processes.ts';

const root = join(import.meta.dirname, '../..');
const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');

export type Deployed = {
  /** Where the two HTTP APIs answer. */
  readonly jwt: string;
  readonly iam: string;
  readonly bus: string;
  readonly topic: string;
};

export type Choices = Readonly<Record<string, string>>;

const context = (choices: Choices): string[] =>
  Object.entries(choices).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Synthesises the app as `npm run synth` does, into `directory`. */
export const synthesise = (directory: string, choices: Choices, env: Emulator['env'], log: string): Promise<void> =>
  run(
    {
      command: process.execPath,
      args: [cdk, 'synth', '--quiet', '--output', directory, ...context({ region, ...choices })],
      env,
      cwd: root,
      log,
    },
    120,
  );

/** The templates alone, for a region, without the functions' code. */
export const synthesiseTemplates = (directory: string, where: string): void => {
  const context = { ...cdkJson.context, 'aws:cdk:bundling-stacks': [], region: where };
  const app = new App({ analyticsReporting: false, outdir: directory, context });
  addStacks(app, settingsOf(app.node, {}));
  app.synth();
};

export const bootstrap = (emulator: Emulator, directory: string): Promise<void> =>
  run(
    {
      command: process.execPath,
      args: [cdk, 'bootstrap', `aws://${account}/${region}`],
      env: emulator.env,
      // Outside the project: bootstrapping asks for no app.
      cwd: directory,
      log: join(directory, 'cdk.log'),
    },
    120,
  );

/** Deploys an assembly as anybody would, by the CDK's own command line. */
export const deploy = async (
  emulator: Emulator,
  directory: string,
  assembly: string,
  stacks: readonly string[] = ['--all'],
): Promise<Deployed> => {
  const outputs = join(directory, 'outputs.json');
  const args = [cdk, 'deploy', ...stacks, '--app', assembly, '--require-approval', 'never', '--concurrency', '4'];
  await run(
    {
      command: process.execPath,
      args: [
        ...args,
        '--outputs-file',
        outputs,
        '--progress',
        'events',
        ...(stacks[0] === '--all' ? [] : ['--exclusively']),
      ],
      env: emulator.env,
      cwd: directory,
      log: join(directory, 'cdk.log'),
    },
    240,
  );
  return deployedIn(emulator, JSON.parse(readFileSync(outputs, 'utf8')));
};

type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

const deployedIn = ({ url }: Emulator, outputs: Outputs): Deployed => {
  // The name that AWS would resolve; the emulator serves the same API under a path.
  const under = (stack: string) => {
    const id = /^https:\/\/(\w+)\./.exec(outputs[stack]?.Address ?? '')?.[1];
    return id === undefined ? '' : `${url}/_aws/execute-api/${id}/$default`;
  };
  return {
    jwt: under('fanzha-api-jwt'),
    iam: under('fanzha-api-iam'),
    bus: outputs['fanzha-events']?.BusName ?? '',
    topic: outputs['fanzha-events']?.NoticesTopic ?? '',
  };
};

import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { bootstrap, deploy, synthesise, synthesiseTemplates } from './deployment.ts';
import { clientEnvironment, region, startMinistack, startMoto } from './emulators.ts';
import { deployedFunctions } from './functions.ts';
import { importTimes } from './import-times.ts';
import { startIssuer } from './issuer.ts';
import { endAll, run } from './processes.ts';
import { environment } from './python.ts';

// Deploys the stacks with the CDK's own command line to AWS emulators on this machine and drives them; nothing of it
// leaves loopback, and nothing stays behind: `npm run verify:cloud`.

const root = join(import.meta.dirname, '../..');
const kept = join(root, 'node_modules/.cache/verify-cloud');
mkdirSync(kept, { recursive: true });
const directory = mkdtempSync(join(tmpdir(), 'fanzha-verify-'));

const seconds: [string, number][] = [];
const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  process.stdout.write(`${name} … `);
  const began = performance.now();
  const done = await work();
  seconds.push([name, (performance.now() - began) / 1_000]);
  process.stdout.write(`${seconds.at(-1)![1].toFixed(1)} s\n`);
  return done;
};

const withFailing = process.argv.includes('--keep');
let isEnding = false;
const end = async (code: number): Promise<never> => {
  if (!isEnding) {
    isEnding = true;
    if (!(await endAll())) {
      process.stdout.write('a process that was started is still running\n');
      process.exit(1);
    }
    if (code !== 0 || withFailing) process.stdout.write(`logs: ${directory}\n`);
    else rmSync(directory, { recursive: true, force: true });
  }
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(130));

/** The templates of every region, as `cfn-lint` sees them. CDK writes dependencies that its references imply: W3005. */
const lint = async (bin: string, env: Readonly<Record<string, string>>): Promise<void> => {
  const lintRegion = async (where: string): Promise<void> => {
    const assembly = join(directory, `assembly-${where}`);
    synthesiseTemplates(assembly, where);
    const templates = globSync('*.template.json', { cwd: assembly });
    const args = ['--regions', where, '--ignore-checks', 'W3005', '--', ...templates];
    await run({ command: join(bin, 'cfn-lint'), args, env, cwd: assembly, log: join(directory, 'lint.log') }, 120);
  };
  await Promise.all(['cn-north-1', 'cn-northwest-1', 'eu-central-1'].map(lintRegion));
};

const verify = async (): Promise<void> => {
  const bin = await step('Python environment', () => environment(kept));
  const [ministack, moto] = await step('two emulators', () =>
    Promise.all([startMinistack(bin, directory), startMoto(bin, directory)]),
  );
  const issuer = await startIssuer();
  const assembly = join(directory, 'assembly');
  const roleArn = 'arn:aws:iam::000000000000:role/verify-officer';
  const iamPrincipals = {
    [roleArn]: { role: 'regulator', authority: 'hainan-telecom', sectors: 'telecom', regions: '46' },
  };
  const chosen = { jwtIssuer: issuer.url, iamPrincipals: JSON.stringify(iamPrincipals) };
  await step('synthesis', () => synthesise(assembly, chosen, ministack.env, join(directory, 'cdk.log')));
  await step('bootstrap', () => bootstrap(ministack, directory));
  const deployed = await step('deployment', () => deploy(ministack, directory, assembly));
  const { names } = deployedFunctions(
    new LambdaClient({
      endpoint: ministack.url,
      region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  process.stdout.write(
    `  two HTTP APIs, ${(await names()).size} functions, table, buckets, bus and topic in ${region}\n`,
  );

  process.stdout.write(importTimes(assembly));

  const told = JSON.stringify({ directory, assembly, ministack: ministack.url, deployed, issuer, roleArn });
  const vitest = (config: string, files: string, env: Readonly<Record<string, string>>) =>
    run(
      {
        command: process.execPath,
        args: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config, files],
        env: { ...clientEnvironment(ministack.url), ...env },
        cwd: root,
        log: join(directory, `${files}.log`),
      },
      240,
    );
  if (process.env.NO_STORES === undefined)
    await step('store tests on both emulators', () =>
      vitest('vitest.stores.config.ts', 'emulators', {
        DYNAMODB_ENDPOINTS: `ministack=${ministack.url} moto=${moto.url}`,
      }),
    );
  const driven = { VERIFY: told };
  await step('journeys, permissions, dead letters', () => vitest('vitest.cloud.config.ts', 'deployed', driven));
  await step('four deliberate breaks', () => vitest('vitest.cloud.config.ts', 'breaks', driven));
  await step('cfn-lint in three regions', () => lint(bin, ministack.env));
  issuer.close();
};

verify().then(
  () => {
    const total = seconds.reduce((sum, [, one]) => sum + one, 0);
    process.stdout.write(`verified in ${total.toFixed(0)} s\n`);
    return end(0);
  },
  (error: Error) => {
    process.stdout.write(`\n${error.message}\n`);
    return end(1);
  },
);

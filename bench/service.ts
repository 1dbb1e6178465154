import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Enterprise } from '../events/registry.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));
export const sample = <T>(file: string): T => JSON.parse(readFileSync(pathOf(`events/samples/${file}`), 'utf8')) as T;

const { enterprises } = sample<{ readonly enterprises: readonly Enterprise[] }>('registry.json');

export type Service = { readonly address: string; readonly child: ChildProcess };

/** The service in a process of its own, so that it does not share a thread with those who measure it. */
export const start = async (data: string): Promise<Service> => {
  const args = [pathOf('infra/local/start.ts'), '--port', '0', '--data', data, '--no-samples'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /^ready (\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    return { address, child };
  }
  throw new Error('the service ended before it was ready');
};

/** A token of the enterprise that has the branch. */
export const tokenOf = (data: string, branchId: string): string => {
  const { uscc } = enterprises.find(({ branches }) => branches.some(({ id }) => id === branchId))!;
  const args = [pathOf('bin/token.ts'), '--role', 'enterprise', '--enterprise', uscc, '--data', data];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no token: ${stderr}`);
  return stdout.trim();
};

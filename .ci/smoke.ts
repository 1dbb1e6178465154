import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// Starts the service as its users do, drives one submission through it from token to violation, and ends it.

const data = mkdtempSync(join(tmpdir(), 'fanzha-smoke-'));
const service = spawn('npm', ['start', '--', '--port', '0', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
const end = () => process.kill(-service.pid!, 'SIGTERM');
const limit = setTimeout(() => {
  process.stderr.write('the smoke test took more than a minute\n');
  end();
  process.exit(1);
}, 60_000);

const readyAt = async (): Promise<string> => {
  for await (const line of createInterface({ input: service.stdout! })) {
    const address = /^ready (\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('npm start ended before it was ready');
};

const token = (...claims: string[]): string => {
  const { status, stdout } = spawnSync('npm', ['run', 'token', '--', ...claims, '--data', data], { encoding: 'utf8' });
  if (status !== 0 || stdout.trim().split('\n').length !== 1) throw new Error(`no token: ${stdout}`);
  return stdout.trim();
};

const expectEqual = (what: string, found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  throw new Error(`${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
};

try {
  const address = await readyAt();
  const body = readFileSync('events/samples/phone-card.faulty.json', 'utf8');
  const registry = JSON.parse(readFileSync('events/samples/registry.json', 'utf8'));
  const { branchId } = JSON.parse(body);
  const { uscc } = registry.enterprises.find((one: { branches: { id: string }[] }) =>
    one.branches.some(({ id }) => id === branchId),
  );
  const ask = async (as: string, path: string, sent?: string) => {
    const answer = await fetch(address + path, {
      method: sent === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      ...(sent !== undefined && { body: sent }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, never> };
  };

  const staff = token('--role', 'enterprise', '--enterprise', uscc);
  const again = await ask(staff, '/v1/submissions', body);
  expectEqual('the sample sent again', again.status, 200);
  const changed = JSON.stringify({ ...JSON.parse(body), records: JSON.parse(body).records.slice(0, 6) });
  const sent = await ask(staff, '/v1/submissions', changed);
  expectEqual(
    'a changed submission',
    [sent.status, sent.body.status, sent.body.counts],
    [201, 'audited', { records: 6, faults: 0, compliant: 5, violation: 1, undetermined: 0, notApplicable: 0 }],
  );
  const officer = token(
    '--role',
    'regulator',
    '--authority',
    'hainan-telecom',
    '--sectors',
    'telecom',
    '--regions',
    '46',
  );
  const listed = await ask(
    officer,
    `/v1/violations?branch=${branchId}&enterprise=${uscc}&rule=atfl.10.card-count-limit`,
  );
  const items = listed.body.items as unknown as { readonly recordId: string; readonly review: string }[];
  expectEqual(
    'the violation',
    items.map(({ recordId, review }) => [recordId, review]),
    [['K2610-0020', 'open']],
  );
  process.stdout.write('smoke: from token to violation, as it should be\n');
} finally {
  clearTimeout(limit);
  const exited = once(service, 'exit');
  end();
  await exited;
  rmSync(data, { recursive: true, force: true });
}

import { readdirSync, readFileSync } from 'node:fs';
import { Registry } from '../../events/registry.ts';
import type { Counts } from '../../events/submission.ts';
import type { registryStore } from '../../functions/store/registry.ts';
import type { Claims } from './issuer.ts';

const samples = new URL('../../events/samples/', import.meta.url);

const read = (name: string): string => readFileSync(new URL(name, samples), 'utf8');

const sampleRegistry = (): Registry => Registry.parse(JSON.parse(read('registry.json')));

/** One sample submission, and what became of it. */
export type SampleResult = { readonly recordKind: string; readonly file: string; readonly counts: Counts };

export type SampleService = {
  readonly address: string;
  readonly token: (claims: Claims) => Promise<string>;
};

/** Loads the sample registry if nothing is registered yet. */
export const loadSampleRegistry = async (store: ReturnType<typeof registryStore>): Promise<void> => {
  if ((await store.enterprises()).length === 0) await store.load(sampleRegistry());
};

const everything = (registry: Registry): Claims => ({
  sub: 'local-start',
  role: 'auditor',
  sectors: [...new Set(registry.enterprises.flatMap(({ sectors }) => sectors))].join(' '),
  regions: [...new Set(registry.authorities.flatMap(({ regions }) => regions))].join(' '),
});

const ask = async (service: SampleService, claims: Claims, path: string, body?: string): Promise<unknown> => {
  const answer = await fetch(service.address + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await service.token(claims)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(json)}`);
  return json;
};

/**
 * Imports the sample lists as the authority that keeps them: whether a card was opened for a sanctioned subject cannot be
 * told while no list is there.
 */
const importLists = async (service: SampleService, registry: Registry): Promise<void> => {
  const { id, sectors, regions } = registry.authorities[0]!;
  const claims: Claims = {
    ...{ sub: 'local-start', role: 'regulator', authority: id },
    ...{ sectors: sectors.join(' '), regions: regions.join(' ') },
  };
  for (const file of readdirSync(new URL('lists/', samples)).sort()) {
    await ask(service, claims, `/v1/lists/${file.replace('.json', '')}/imports`, read(`lists/${file}`));
  }
};

/** Sends every sample submission through the service itself, as the enterprise whose branch it names, and before them the lists, if there are none. */
export const sendSamples = async (service: SampleService): Promise<readonly SampleResult[]> => {
  const registry = sampleRegistry();
  const known = (await ask(service, everything(registry), '/v1/submissions?limit=1')) as { items: readonly unknown[] };
  if (known.items.length > 0) return [];

  await importLists(service, registry);
  const files = readdirSync(samples).filter((name) => /\.(clean|faulty)\.json$/.test(name));
  const results: SampleResult[] = [];
  for (const file of files.sort()) {
    const body = read(file);
    const { recordKind, branchId } = JSON.parse(body) as { recordKind: string; branchId: string };
    const enterprise = registry.enterprises.find(({ branches }) => branches.some(({ id }) => id === branchId));
    const claims: Claims = { sub: 'local-start', role: 'enterprise', enterprise: enterprise?.uscc ?? '' };
    const { counts } = (await ask(service, claims, '/v1/submissions', body)) as { counts: Counts };
    results.push({ recordKind, file, counts });
  }
  return results;
};

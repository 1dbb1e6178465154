import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import registry from '../events/samples/registry.json' with { type: 'json' };
import { type HostOptions, startHost } from '../infra/local/host.ts';
import { sendTo } from './send.ts';

/** Claims of the people who use the service, over the sample registry. */
const ofSector = (sector: string) => registry.enterprises.filter(({ sectors }) => sectors.includes(sector));
export const groups = Object.groupBy(ofSector('telecom'), ({ countingGroup }) => countingGroup);

/** Two provincial companies of one operator, whose cards count together. */
export const operator = Object.values(groups).find((members) => members!.length > 1)!;
export const otherOperator = Object.values(groups).find((members) => members!.length === 1)![0]!;
export const bank = ofSector('bank')[0]!;

export type Claims = Parameters<Awaited<ReturnType<typeof startHost>>['token']>[0];

export const staffOf = (uscc: string, branches?: string): Claims => ({
  sub: `staff-${uscc}-${branches ?? 'all'}`,
  role: 'enterprise',
  enterprise: uscc,
  ...(branches !== undefined && { branches }),
});

export const officer = (over: Partial<Claims> = {}): Claims => ({
  sub: 'officer-1',
  role: 'regulator',
  authority: registry.authorities.find(({ sectors, regions }) => sectors.includes('telecom') && regions.includes('46'))!
    .id,
  sectors: 'telecom',
  regions: '46',
  ...over,
});

/** Has an authority name nobody as sanctioned: until some list is there, of no card can it be told whether it may be opened. */
export const nobodyIsSanctioned = async ({ as }: Pick<Service, 'as'>): Promise<void> => {
  const request = { purpose: '开户核查', mode: 'replace', entries: [] };
  const { status } = await as(officer()).post('/v1/lists/sanctioned-subjects/imports', request);
  if (status !== 201) throw new Error(`the list answered ${status}`);
};

/** The whole service over a data directory of its own. */
export const aService = async (options: Partial<HostOptions> = {}) => {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'fanzha-'));
  const host = await startHost({ port: 0, ...options, data });
  const raw = sendTo(host.address);
  return {
    host,
    raw,
    /** Sends a request as somebody. */
    as: (claims: Claims) => {
      const send = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
        raw(`Bearer ${await host.token(claims)}`, method, path, body, headers);
      return {
        get: (path: string) => send('GET', path),
        post: (path: string, body: unknown, headers?: Record<string, string>) => send('POST', path, body, headers),
        put: (path: string, body: unknown) => send('PUT', path, body),
        delete: (path: string) => send('DELETE', path),
      };
    },
    end: async () => {
      await host.close();
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
};
export type Service = Awaited<ReturnType<typeof aService>>;

import registry from '../../events/samples/registry.json' with { type: 'json' };
import type { Claims } from '../../infra/local/issuer.ts';
import { sendTo } from '../send.ts';

/** One place where the service runs: an address and whoever gives out its tokens. */
export type Place = {
  readonly address: string;
  readonly token: (claims: Claims, seconds?: number) => Promise<string>;
};

/** What was asked and answered, in order: two places must have told the same. */
export type Told = { readonly asked: string; readonly status: number; readonly type: string; readonly body: unknown };

type Headers = Readonly<Record<string, string>>;

/** A place as journeys use it. What they ask by `ask` is told; what they `look` at while waiting is not. */
export const worldAt = ({ address, token }: Place) => {
  const told: Told[] = [];
  const send = sendTo(address);
  const ask = async (
    authorization: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers?: Headers,
  ) => {
    const answer = await send(authorization, method, path, body, headers);
    const type = answer.headers.get('content-type')?.replace(/\s/g, '') ?? '';
    told.push({
      asked: `${method} ${path.replace(/cursor=[^&]+/, 'cursor=…')}`,
      type,
      status: answer.status,
      body: answer.body,
    });
    return answer;
  };
  const as = (claims: Claims, how: typeof ask) => {
    const bearer = async () => `Bearer ${await token(claims)}`;
    return {
      get: async (path: string) => how(await bearer(), 'GET', path),
      post: async (path: string, body: unknown, headers?: Headers) => how(await bearer(), 'POST', path, body, headers),
      put: async (path: string, body: unknown, headers?: Headers) => how(await bearer(), 'PUT', path, body, headers),
      delete: async (path: string, headers?: Headers) => how(await bearer(), 'DELETE', path, undefined, headers),
    };
  };
  return {
    told,
    /** With whatever authorization header, or none. */
    ask,
    as: (claims: Claims) => as(claims, ask),
    /** The same, and nobody is told of it: for waiting, and for what the two places need not agree on. */
    look: (claims: Claims) => as(claims, send),
    token,
  };
};
export type World = ReturnType<typeof worldAt>;

const ofSector = (sector: string) => registry.enterprises.filter(({ sectors }) => sectors.includes(sector));
const [first, sister, other] = ofSector('telecom');

/** The provincial company that most journeys are made at, its sister in Guangdong, and another operator. */
export const company = first!;
export const sisterCompany = sister!;
export const otherCompany = other!;
export const bank = ofSector('bank')[0]!;
export const internetCompany = ofSector('internet')[0]!;

export const staff = (uscc = company.uscc, branches?: string): Claims => ({
  sub: `staff-${uscc}`,
  role: 'enterprise',
  enterprise: uscc,
  ...(branches !== undefined && { branches }),
});

export const officer = (over: Partial<Claims> = {}): Claims => ({
  sub: 'officer-1',
  role: 'regulator',
  authority: 'hainan-telecom',
  sectors: 'telecom',
  regions: '46',
  ...over,
});

/** An `Idempotency-Key`: what is sent twice under it is done once. */
export const keyed = (key: string) => ({ 'idempotency-key': key });

/** Waits until `look` gives something, for at most `seconds`; throws with what it waited for. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>, seconds = 20): Promise<T> => {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Enters the sample registry by the API, as the authorities do. */
export const enterRegistry = async (world: World): Promise<void> => {
  const all = officer({ sectors: 'telecom bank payment internet', regions: '46 44' });
  const lists = [
    ['enterprises', registry.enterprises.map((one) => [one.uscc, one] as const)],
    ['authorities', registry.authorities.map((one) => [one.id, one] as const)],
    ['filing-duties', registry.filingDuties.map((one) => [one.id, one] as const)],
  ] as const;
  for (const [list, entries] of lists) {
    for (const [id, entry] of entries) {
      const { status, body } = await world.look(all).put(`/v1/registry/${list}/${id}`, entry, keyed(`${list}-${id}`));
      if (status !== 200 && status !== 201) throw new Error(`${list}/${id}: ${status} ${JSON.stringify(body)}`);
    }
  }
};

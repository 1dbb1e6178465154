import { constants, createDecipheriv, createHash, privateDecrypt } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { kinds } from '../events/records/kinds.generated.ts';
import { routes } from '../infra/cloud/routes.ts';
import { idNumber } from './identities.ts';
import { cards } from './records.ts';
import { aService, officer, operator, type Service, staffOf } from './service.ts';

// Marked values in every personal field, every route driven, and the whole data directory read byte by byte: they
// stand nowhere but in the sealed store, and there only for whoever holds the private key.

const company = operator[0]!;
const branchId = company.branches[0]!.id;
const personal = Object.entries(kinds['phone-card']!.fields).filter(([, { personal: mark }]) => mark !== undefined);

/** Values that occur nowhere else, valid where the contract checks them. */
const marks: Readonly<Record<string, unknown>> = {
  subjectId: idNumber(17_171),
  msisdn: '13917171717',
  iccid: '89860317171717171712',
};

/** Values of the lists whose entries are somebody's. */
const listed = {
  'sanctioned-subjects': idNumber(19_191),
  'fraud-numbers': '13919191919',
  'fraud-accounts': '6222021919191919199',
};

let service: Service;
const said: string[] = [];
const written = vi.spyOn(console, 'error').mockImplementation((...parts) => void said.push(parts.join(' ')));
vi.spyOn(console, 'log').mockImplementation((...parts) => void said.push(parts.join(' ')));

beforeAll(async () => {
  service = await aService();
});
afterAll(async () => {
  written.mockRestore();
  await service.end();
});

const filesUnder = (directory: string): string[] =>
  readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

/** A file's bytes, unpacked where they are packed, as far as that goes. */
const textsOf = (path: string): string[] => {
  const bytes = readFileSync(path);
  const texts = [bytes.toString('latin1')];
  for (let at = bytes.indexOf('1f8b', 0, 'hex'); at !== -1; at = bytes.indexOf('1f8b', at + 1, 'hex')) {
    try {
      texts.push(gunzipSync(bytes.subarray(at)).toString('utf8'));
    } catch {
      // Not the start of a packed object.
    }
  }
  return texts;
};

it('every personal field of the kind is planted', () => {
  expect(personal.map(([name]) => name).filter((name) => !(name in marks))).toEqual([]);
  expect(personal.length).toBeGreaterThan(0);
});

it('a planted value stands in no answer, no log, no table, no object and no notice, but for the sealed store and a file as it was sent', async () => {
  const [six] = [cards(6)];
  const planted = six.map((card, n) => ({
    ...card,
    ...marks,
    msisdn: `1391717171${n}`,
    nameMatches: false,
  }));
  const values = [marks.subjectId, marks.iccid, ...planted.map(({ msisdn }) => msisdn), ...Object.values(listed)].map(
    String,
  );
  const body = {
    recordKind: 'phone-card',
    branchId,
    period: { from: '2023-01-01', to: '2023-12-31' },
    records: planted,
  };
  const staff = service.as(staffOf(company.uscc));
  const answers: unknown[] = [];
  const keep = async (answer: Promise<{ body: unknown }>) => {
    const got = await answer;
    answers.push(got);
    return got as { status: number; body: { id: string; items: { id: string }[] } };
  };

  const submitted = await keep(staff.post('/v1/submissions', body, { 'idempotency-key': 'privacy-1' }));
  expect(submitted.status).toBe(201);
  const broken = planted.map((card) => ({
    ...card,
    subjectId: `${String(marks.subjectId).slice(0, 17)}?`,
    msisdn: `${card.msisdn}0`,
  }));
  await keep(staff.post('/v1/submissions', { ...body, records: broken }));
  await keep(staff.post('/v1/submissions', JSON.stringify(body).replace('"records"', String(marks.subjectId))));
  await keep(staff.post('/v1/submissions?dryRun=true', body));
  await keep(staff.post('/v1/checks', { recordKind: 'phone-card', record: planted[0] }));
  const rows = [...planted, ...broken.map((one) => ({ ...one, recordId: `${one.recordId}-broken` }))];
  const file = new Uint8Array(Buffer.from(rows.map((one) => JSON.stringify(one)).join('\n')));
  const sha256 = createHash('sha256').update(file).digest('hex');
  const announced = {
    name: `${marks.subjectId}.ndjson`,
    size: file.length,
    sha256,
    recordKind: 'phone-card',
    branchId,
  };
  const upload = await staff.post('/v1/uploads', { ...announced, period: { from: '2023-01-01', to: '2023-12-30' } });
  const { 'content-length': _, ...headers } = upload.body.headers;
  await fetch(upload.body.url, { method: 'PUT', headers, body: file });
  await vi.waitFor(async () => {
    const stood = await keep(staff.get(`/v1/submissions/${upload.body.id}?wait=5`));
    expect(stood.body).toMatchObject({ status: 'audited', counts: { records: 12, faults: 6, violation: 6 } });
  }, 60_000);
  for (const part of ['faults', 'findings']) await keep(staff.get(`/v1/submissions/${upload.body.id}/${part}`));
  const entries = Object.entries(listed).map(
    ([list, value]) => [list, { value, from: '2025-01-01', until: null }] as const,
  );
  for (const [list, entry] of entries) {
    const path = `/v1/lists/${list}/imports`;
    const request = { purpose: '查验', mode: 'add', entries: [entry] };
    expect((await keep(service.as(officer()).post(path, request, { 'idempotency-key': list }))).status).toBe(201);
    for (const wrong of [
      {
        ...request,
        entries: [{ ...entry, value: `${entry.value}?` }, { ...entry, reference: entry.value }, entry.value],
      },
      { ...request, entries: [{ ...entry, [entry.value]: true }], mode: 'replace' },
      { ...request, purpose: entry.value, mode: entry.value },
      { ...request, entries: entry.value },
    ]) {
      expect((await keep(service.as(officer()).post(path, wrong))).status).toBe(422);
    }
    await keep(service.as(officer()).post(`/v1/lists/${entry.value}/imports`, request));
  }
  const violations = await keep(service.as(officer()).get('/v1/violations'));
  const ids: Readonly<Record<string, string>> = {
    submissions: submitted.body.id,
    violations: violations.body.items[0]!.id,
  };
  for (const { method, path } of routes.filter((route) => route.method === 'GET')) {
    const resolved = path
      .replace('{list}', 'sanctioned-subjects')
      .replace('{id}', ids[path.split('/')[2]!] ?? 'atfl.10.card-count-limit')
      .replace('{file}', 'viewer.js');
    for (const as of [staff, service.as(officer())]) await keep(as.get(resolved));
    expect(method).toBe('GET');
  }
  await vi.waitFor(async () => {
    for (const as of [staff, service.as(officer())]) {
      expect((await keep(as.get('/v1/notices'))).body.items.length).toBeGreaterThan(0);
    }
  }, 60_000);

  const told = [JSON.stringify(answers), said.join('\n')];
  const raw = /sealed|fanzha-uploads.+incoming/;
  const files = filesUnder(service.host.data).filter((path) => !raw.test(path));
  const places = [...told, ...files.flatMap(textsOf)];
  for (const value of values)
    expect(
      places.some((text) => text.includes(value)),
      value,
    ).toBe(false);
});

it('the search itself finds what is there: the tokens that took their place', () => {
  const found = filesUnder(service.host.data).some((path) => textsOf(path).some((text) => text.includes('k1:')));
  expect(found).toBe(true);
});

it('the sealed store gives the raw values of violating records to whoever holds the private key', () => {
  const sealed = filesUnder(service.host.data).filter((path) => path.includes('sealed') && !path.endsWith('.pem'));
  const key = filesUnder(service.host.data).find((path) => /seal.*private/.test(path))!;
  const opened = sealed.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const object = /\{"wrappedKey":[^{}]*\}/.exec(text)?.[0];
    if (object === undefined) return [];
    const { wrappedKey, iv, tag, sealed: body } = JSON.parse(object);
    const bytes = (base64: string) => Buffer.from(base64, 'base64');
    const inner = privateDecrypt(
      { key: readFileSync(key), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      bytes(wrappedKey),
    );
    const cipher = createDecipheriv('aes-256-gcm', inner, bytes(iv)).setAuthTag(bytes(tag));
    return [Buffer.concat([cipher.update(bytes(body)), cipher.final()]).toString()];
  });
  expect(opened.some((text) => text.includes(String(marks.subjectId)))).toBe(true);
});

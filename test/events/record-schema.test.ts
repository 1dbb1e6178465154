import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordSchema } from '../../events/record-schema.ts';
import { kinds } from '../../events/records/kinds.generated.ts';

const sampleOf = (kind: string): { readonly records: readonly Readonly<Record<string, unknown>>[] } =>
  JSON.parse(readFileSync(new URL(`../../events/samples/${kind}.clean.json`, import.meta.url), 'utf8'));

/** A reader of JSON Schema that is not ours. */
const readerOf = (kind: string) =>
  z.fromJSONSchema(recordSchema(kinds[kind]!) as Parameters<typeof z.fromJSONSchema>[0]);

describe.each(Object.keys(kinds))('the JSON Schema of %s', (kind) => {
  const contract = kinds[kind]!;
  const schema = recordSchema(contract) as {
    readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  } & Readonly<Record<string, unknown>>;

  it('requires the natural key and the law’s dates, and knows no other field', () => {
    const { properties, ...rest } = schema;
    expect(rest).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `${contract.title.zh} · ${contract.title.en}`,
      type: 'object',
      required: ['recordId', ...contract.lawDates],
      additionalProperties: false,
    });
    expect(Object.keys(properties)).toEqual(Object.keys(contract.fields));
  });

  it('says of every field what it is, what is expected, and whether it is personal', () => {
    for (const [name, { zh, en, expected, personal, values, unit }] of Object.entries(contract.fields)) {
      expect(schema.properties[name]).toMatchObject({
        title: `${zh} · ${en}`,
        description: `${expected.zh} · ${expected.en}`,
        ...(values && { 'x-values': values }),
        ...(unit !== undefined && { 'x-unit': unit }),
      });
      expect(schema.properties[name]!['x-personal']).toBe(personal === undefined ? undefined : true);
    }
  });

  it('accepts every record of the clean sample', () => {
    const reader = readerOf(kind);
    expect(sampleOf(kind).records.flatMap((record) => reader.safeParse(record).error?.issues ?? [])).toEqual([]);
  });

  it('refuses a record without its key, with a field it does not know, or with a field of another type', () => {
    const reader = readerOf(kind);
    const [record] = sampleOf(kind).records;
    const { recordId: _, ...keyless } = record!;
    const wrong = [keyless, { ...record, note: 'x' }, { ...record, [contract.periodDate]: 5 }, []];
    expect(wrong.map((one) => reader.safeParse(one).success)).toEqual([false, false, false, false]);
  });

  it('takes null exactly where the contract knows of none', () => {
    const reader = readerOf(kind);
    const [record] = sampleOf(kind).records;
    const takes = Object.keys(contract.fields).filter((name) => reader.safeParse({ ...record, [name]: null }).success);
    expect(takes).toEqual(Object.keys(contract.fields).filter((name) => contract.fields[name]!.nullable));
  });
});

it('every law date, key and counted field of a kind is one of its fields', () => {
  for (const { naturalKey, lawDates, periodDate, holdings, fields } of Object.values(kinds)) {
    const { subject, card, openedAt, keeps = [] } = holdings ?? {};
    const named = [...naturalKey, ...lawDates, periodDate, subject, card, openedAt, ...keeps];
    expect(named.filter((name) => name !== undefined && !Object.hasOwn(fields, name))).toEqual([]);
    expect(naturalKey.filter((name) => fields[name]!.personal !== undefined)).toEqual([]);
    expect(keeps.filter((name) => fields[name]!.personal === 'drop')).toEqual([]);
    expect(lawDates).toContain(periodDate);
    expect([subject, card].filter((name) => name !== undefined && fields[name]!.personal !== 'token')).toEqual([]);
  }
});

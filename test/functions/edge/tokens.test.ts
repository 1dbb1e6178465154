import { expect, it } from 'vitest';
import * as z from 'zod';
import type { Contract } from '../../../events/contract.ts';
import type { Field, PersonalMark } from '../../../events/field.ts';
import { tokeniser } from '../../../functions/edge/tokens.ts';

const { token, tokenise } = tokeniser(Buffer.alloc(32, 1));

const field = (personal?: PersonalMark): Field => ({
  type: 'text',
  schema: z.string(),
  zh: '',
  en: '',
  synonyms: [],
  expected: { zh: '', en: '' },
  nullable: true,
  ...(personal && { personal }),
});

const contract = {
  fields: { recordId: field(), subjectId: field('token'), phones: field('token'), name: field('drop') },
} as unknown as Contract;

it('gives one person one token, whatever the field', () => {
  const record = tokenise(contract, {
    recordId: 'r',
    subjectId: '110101199003070011',
    phones: ['110101199003070011', '2'],
  });
  expect(record).toEqual({
    recordId: 'r',
    subjectId: token('110101199003070011'),
    phones: [token('110101199003070011'), token('2')],
  });
  expect(record.subjectId).toMatch(/^k1:[\w-]{43}$/);
});

it('keeps apart what nobody said and what is known to be none', () => {
  expect(tokenise(contract, { recordId: 'r', subjectId: null })).toEqual({ recordId: 'r', subjectId: null });
});

it('leaves out what nobody needs', () => {
  expect(tokenise(contract, { recordId: 'r', name: '王某' })).toEqual({ recordId: 'r' });
});

it('gives other tokens under another key', () => {
  expect(tokeniser(Buffer.alloc(32, 2)).token('x')).not.toBe(token('x'));
});

it('refuses a key too short to keep a number of 18 digits secret', () => {
  expect(() => tokeniser(Buffer.alloc(16))).toThrow(/fewer than 32 bytes/);
});

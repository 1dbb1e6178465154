import type { Contract } from '../../events/contract.ts';
import { notFound } from '../../events/problem.ts';
import { templateCsv } from '../files/template-csv.ts';
import { templateXlsx } from '../files/template-xlsx.ts';

type Example = Readonly<Record<string, unknown>>;

export type TemplatesOf = {
  readonly kinds: Readonly<Record<string, Contract>>;
  readonly examples: Readonly<Record<string, Example>>;
};

/** How each form is written, and what it is called where it is sent. */
const forms: Readonly<
  Record<string, { readonly type: string; readonly write: (of: Contract, example: Example) => Promise<Uint8Array> }>
> = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: templateXlsx },
  csv: {
    type: 'text/csv; charset=utf-8',
    write: async (contract, example) => new TextEncoder().encode(templateCsv(contract, example)),
  },
};

/** The template that a file’s name asks for, such as `phone-card.xlsx`; throws Problem NOT_FOUND where there is none. */
export const readTemplate = async (file: string, { kinds, examples }: TemplatesOf) => {
  const [, kind = '', extension = ''] = /^([a-z0-9-]+)\.([a-z]+)$/.exec(file) ?? [];
  if (!Object.hasOwn(kinds, kind) || !Object.hasOwn(forms, extension)) {
    throw notFound({ zh: '模板', en: 'template' });
  }
  const { type, write } = forms[extension]!;
  return { type, bytes: await write(kinds[kind]!, examples[kind] ?? {}) };
};

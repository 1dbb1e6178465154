import * as z from 'zod';
import { Text } from './fault.ts';
import { namesSomebody } from './identifiers/names-somebody.ts';
import { listNames } from './lists.ts';
import { CivilDate } from './registry.ts';

export const maxEntries = 10_000;

/** Purpose and references are shown and kept as written: nobody's number may stand in them. */
const Remark = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !namesSomebody(text), {
    params: {
      code: 'PERSONAL_NUMBER',
      cause: {
        zh: '含有证件号码、手机号码或银行卡号。',
        en: 'It has somebody’s document, phone or bank card number in it.',
      },
      fix: { zh: '删去号码，写文号或案件编号。', en: 'Take the number out; give that of a document or a case.' },
    },
  });

export const ImportMode = z.enum(['add', 'replace', 'remove']);
export type ImportMode = z.infer<typeof ImportMode>;

/** What an authority sends: entries to add to a list, to replace all that it has put there, or to take away. */
export const ListImportRequest = z.strictObject({
  /** What the list is kept for, as the authority's own rules name it. */
  purpose: Remark,
  /** The authority's own number of the import. */
  reference: Remark.optional(),
  mode: ImportMode,
  /** Each is read by the list's own fields, one by one: see events/list-entries.ts. */
  entries: z.array(z.unknown()).max(maxEntries),
});
export type ListImportRequest = z.infer<typeof ListImportRequest>;

/** The receipt of an import. */
export const ListReceipt = z.strictObject({
  id: z.string(),
  list: z.enum(listNames),
  authority: z.string(),
  /** Where the list reaches: the regions of whoever sent it. */
  regions: z.array(z.string()),
  purpose: z.string(),
  reference: z.string().optional(),
  mode: ImportMode,
  receivedAt: z.iso.datetime(),
  /** How many were sent. */
  entries: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  /** Sent as they stood already, or to be taken away and not there. */
  unchanged: z.number().int(),
  /** What the authority has on the list now. */
  total: z.number().int(),
  /** SHA-256 of the body as sent. */
  digest: z.string(),
});
export type ListReceipt = z.infer<typeof ListReceipt>;

/** An import as it is kept; what is in its entries is an object. */
export type ListImport = {
  readonly receipt: ListReceipt;
  /** Who of the authority sent it. */
  readonly by: string;
  readonly status: 'recording' | 'counting';
  /** Its place among its authority's imports of the list, counted from 1. */
  readonly sequence: number;
};

/** A list and how it stands: it is there once anybody's import counts. */
export const ListSummary = z.strictObject({
  list: z.enum(listNames),
  title: Text,
  isThere: z.boolean(),
  /** Those whose time is over included, until they are taken away or replaced. */
  entries: z.number().int(),
  lastImportAt: z.iso.datetime().nullable(),
  by: z.array(z.strictObject({ authority: z.string(), entries: z.number().int(), lastImportAt: z.iso.datetime() })),
});
export type ListSummary = z.infer<typeof ListSummary>;

/** An entry as its authority sees it again: the value masked, and the token by which it is compared. */
export const ListedEntry = z.strictObject({
  token: z.string(),
  masked: z.string(),
  from: CivilDate,
  until: CivilDate.nullable(),
  category: z.string().optional(),
  reference: z.string().optional(),
  receivedAt: z.string(),
});
export type ListedEntry = z.infer<typeof ListedEntry>;

import * as z from 'zod';

/** The same sentence for both readers; zh comes first because the users' home is China. */
export const Text = z.strictObject({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;

/**
 * One thing wrong with what was sent: where it stands, what was found, what was expected, why, and how to put it right.
 * `row` counts records from 1; `pointer` is an RFC 6901 pointer into the JSON body; `column` is the heading in a file or
 * the field's name. `found` is shown as sent, except in personal fields, where it is masked.
 */
export const Fault = z.strictObject({
  code: z.string(),
  row: z.number().int().optional(),
  /** The other row, where two rows cannot stand together. */
  otherRow: z.number().int().optional(),
  recordId: z.string().optional(),
  /** Only of a file: the line of its text, or the row of its sheet, on which it stands, from 1. */
  line: z.number().int().optional(),
  column: z.string().optional(),
  pointer: z.string().optional(),
  found: z.string().optional(),
  expected: Text.optional(),
  cause: Text,
  fix: Text,
});
export type Fault = z.infer<typeof Fault>;

/** So many faults, and so many warnings, stand in one answer: a caller corrects the first and asks again. */
export const maxAnswered = 200;

/** What an answer says where it leaves some out; undefined where it lists them all. */
export const cutShort = (zh: string, en: string, total: number, most = maxAnswered): Text | undefined =>
  total <= most
    ? undefined
    : { zh: `仅列出 ${total} 项${zh}中的前 ${most} 项。`, en: `Only the first ${most} of ${total} ${en} are listed.` };

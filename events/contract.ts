import type * as z from 'zod';
import type { Fault, Text } from './fault.ts';
import type { Field } from './field.ts';
import type { ListName } from './lists.ts';
import type { Sector } from './registry.ts';

export type Fields = Readonly<Record<string, Field>>;

/** A record in normal form: every field optional but the natural key and the law dates; `undefined` means nobody said. */
export type RecordOf<F extends Fields> = { readonly [K in keyof F]?: z.output<F[K]['schema']> } & {
  readonly recordId: string;
};

/** Any record in normal form. */
export type AnyRecord = { readonly recordId: string } & Readonly<Record<string, unknown>>;

/**
 * How the cards or accounts of a kind are counted per person (DESIGN: holdings). `subject` is the field that says whose
 * card it is, `card` the field that says which, `openedAt` the instant that orders them. `keeps` lists the
 * fields an entry keeps, enough to judge the counted rules again without the record: nothing personal but tokens.
 */
export type HoldingsOf<F extends Fields> = {
  readonly subject: keyof F & string;
  readonly card: keyof F & string;
  readonly openedAt: keyof F & string;
  readonly keeps: readonly (keyof F & string)[];
};

/** One shape of self-check row. */
export type Contract<F extends Fields = Fields> = {
  readonly kind: string;
  readonly sectors: readonly Sector[];
  readonly title: Text;
  /** Fields that together name a record within the enterprise; never personal. */
  readonly naturalKey: readonly (keyof F & string)[];
  /** Fields a rule may name as its law date; required of every record. */
  readonly lawDates: readonly (keyof F & string)[];
  /** The law date that must lie in the submission's period. */
  readonly periodDate: keyof F & string;
  readonly fields: F;
  readonly holdings?: HoldingsOf<F>;
  /**
   * Which lists of authorities are asked about the value of which field (each value, where the field is a list); the
   * kind's facts are told nothing of any other list.
   */
  readonly looksUp?: readonly { readonly list: ListName; readonly field: keyof F & string }[];
  /** Faults that no single field shows, e.g. a document number that does not fit its document type. */
  readonly crossCheck?: (record: RecordOf<F>) => readonly Omit<Fault, 'row' | 'recordId' | 'pointer'>[];
};

/** Keeps the field types while checking the shape. */
export const contract = <const F extends Fields>(of: Contract<F>): Contract<F> => of;

import type { AnyRecord } from '../../events/contract.ts';
import type { FactParams, FactSource, FactValue } from '../facts/fact.ts';

/** The facts of one record as generated code reads them: `f0` … and, one bit each in `k0` …, which of them are known. */
export type Slots = Readonly<Record<`f${number}`, FactValue>> & Readonly<Record<`k${number}`, number>>;

/** Versions in force from a day on, until the next epoch begins; `rules` numbers them in the unit's list. */
export type Epoch = {
  readonly from: string;
  readonly rules: readonly number[];
  /** Writes one verdict for each of `rules` into `out` from `at` on: its place in `worstFirst`. */
  readonly judge: (slots: Slots, out: Uint8Array, at: number) => void;
};

/** What a generated module gives: everything needed to judge the records of one kind. */
export type Unit = {
  readonly read: (source: FactSource<AnyRecord>) => Slots;
  /** Which fact, asked how, stands in `f<n>`. */
  readonly slots: readonly { readonly fact: string; readonly params: FactParams }[];
  readonly rules: readonly { readonly rule: string; readonly version: string }[];
  readonly lawDates: readonly { readonly lawDate: string; readonly epochs: readonly Epoch[] }[];
};

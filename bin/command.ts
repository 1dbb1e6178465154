import type { ParseArgsConfig } from 'node:util';

/** How a command was called, its options checked. */
export type Called = {
  readonly root: string;
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
};

/** What a command says to whom asked, or why it would not, and its exit code. */
export type Said = { readonly status: number; readonly out?: string; readonly error?: string };

/** One command of `npm run rules`. */
export type Command = {
  readonly name: string;
  /** Lines of the usage, each `call  what it does`. */
  readonly usage: readonly (readonly [call: string, does: string])[];
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** How few and how many arguments it takes. */
  readonly takes: readonly [least: number, most: number];
  readonly run: (called: Called) => Promise<Said>;
};

export const said = (out: string): Said => ({ status: 0, out });
export const refused = (error: string): Said => ({ status: 1, error });

/** Today's civil day in China. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

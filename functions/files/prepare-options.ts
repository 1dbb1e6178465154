import type { Contract } from '../../events/contract.ts';
import type { Kinds } from './kind-faults.ts';
import type { Limits } from './limits.ts';

/** How a file is to be read. */
export type PrepareOptions = {
  /** The kind that its sender says it has; a submission body may say its own. */
  readonly contract: Contract | undefined;
  readonly kinds: Kinds;
  /** A directory that the reader has for itself, for what is written from the file. */
  readonly work: string;
  readonly sliceBytes: number;
  readonly limits: Limits;
};

import type { Text } from '../fault.ts';

/** Why an identifier cannot be what it should be, and what to do about it. */
export type Why = { readonly code: string; readonly cause: Text; readonly fix: Text };

import { identityKey } from '../store/identity-key.ts';
import { type Tokeniser, tokeniser } from './tokens.ts';

/** The tokeniser under this deployment's identity key; ask once per cold start. */
export const identity = async (): Promise<Tokeniser> => tokeniser(await identityKey());

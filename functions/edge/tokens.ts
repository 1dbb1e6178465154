import { createHmac, createSecretKey } from 'node:crypto';
import type { AnyRecord, Contract } from '../../events/contract.ts';

/** Marks how and under which key generation a token was made. */
const prefix = 'k1:';

export type Tokeniser = {
  readonly token: (value: string) => string;
  readonly tokenise: (contract: Contract, record: AnyRecord) => AnyRecord;
};

/**
 * Turns personal values in normal form into keyed tokens: HMAC-SHA-256 under the deployment's identity key. The field
 * is not part of it, so that one person is one token in every kind, at every enterprise.
 */
export const tokeniser = (key: Buffer): Tokeniser => {
  if (key.length < 32) throw new Error('the identity key has fewer than 32 bytes');
  // Made once: of bytes each token would make a key anew, which takes seven times as long as the token.
  const secret = createSecretKey(key);
  const token = (value: string): string => prefix + createHmac('sha256', secret).update(value).digest('base64url');

  // A record often names the same thing twice.
  let lastValue: string | undefined;
  let lastToken = '';
  const tokenOf = (value: unknown): unknown => {
    if (value === null || value === undefined) return value;
    if (Array.isArray(value)) return value.map(tokenOf);
    const text = String(value);
    if (text !== lastValue) {
      lastToken = token(text);
      lastValue = text;
    }
    return lastToken;
  };

  return {
    token,
    /** The record with marked fields replaced (`token`) or left out (`drop`); what is absent or null stays so. */
    tokenise: ({ fields }, record) => {
      const kept: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(record)) {
        const personal = fields[name]?.personal;
        if (personal !== 'drop') kept[name] = personal === 'token' ? tokenOf(value) : value;
      }
      return kept as AnyRecord;
    },
  };
};

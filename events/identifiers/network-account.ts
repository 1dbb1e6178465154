import type { Why } from './why.ts';

/** Why it is no account of an internet service: 1 to 64 letters, digits or the few signs that accounts have. */
export const networkAccountFault = (value: string): Why | undefined =>
  /^[\p{L}\p{N}._@+:]{1,64}$/u.test(value)
    ? undefined
    : {
        code: 'ACCOUNT_FORM',
        cause: { zh: '账号标识含不允许的字符。', en: 'It has characters that an account cannot have.' },
        fix: { zh: '填写本服务内的账号标识。', en: 'Give the account as your service knows it.' },
      };

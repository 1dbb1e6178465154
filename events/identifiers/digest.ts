import type { Why } from './why.ts';

/** What a digest looks like, for the expectations of fields. */
export const digestForm = {
  zh: '32、40 或 64 位十六进制摘要（如 SHA-256）',
  en: 'a digest of 32, 40 or 64 hexadecimal digits, such as SHA-256',
};

/** Why it is no digest in hexadecimal of MD5, SHA-1, or a function of 256 bits such as SHA-256 or SM3. */
export const digestFault = (value: string): Why | undefined =>
  /^(?:[0-9A-F]{32}|[0-9A-F]{40}|[0-9A-F]{64})$/.test(value)
    ? undefined
    : {
        code: 'DIGEST_FORM',
        cause: {
          zh: '摘要应为 32、40 或 64 位十六进制数字。',
          en: 'A digest has 32, 40 or 64 hexadecimal digits.',
        },
        fix: { zh: '重新计算摘要后填写，如 SHA-256。', en: 'Compute it again, such as by SHA-256.' },
      };

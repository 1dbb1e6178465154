import type { Fault, Text } from '../events/fault.ts';

const decodes = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** Of zero bytes among the first ones every second is what UTF-16 of mostly ASCII text looks like. */
const zerosAt = (bytes: Uint8Array, parity: 0 | 1): boolean => {
  const head = bytes.subarray(0, 64);
  const zeros = head.filter((byte, at) => at % 2 === parity && byte === 0).length;
  return head.length >= 4 && zeros >= head.length / 4;
};

/** What the bytes probably are, for the message only: nothing but UTF-8 is read. */
const lookOf = (bytes: Uint8Array): Text => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { zh: 'ZIP 或 XLSX 工作簿', en: 'a ZIP file or XLSX workbook' };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { zh: 'XLS 工作簿', en: 'an XLS workbook' };
  if (startsWith(bytes, 0x1f, 0x8b)) return { zh: 'gzip 压缩文件', en: 'a gzip file' };
  if (startsWith(bytes, 0xff, 0xfe) || zerosAt(bytes, 1)) return { zh: 'UTF-16LE', en: 'UTF-16LE' };
  if (startsWith(bytes, 0xfe, 0xff) || zerosAt(bytes, 0)) return { zh: 'UTF-16BE', en: 'UTF-16BE' };
  if (decodes(bytes, 'gb18030') !== undefined) return { zh: 'GBK/GB18030', en: 'GBK/GB18030' };
  return { zh: '未知编码或二进制', en: 'an unknown encoding or binary content' };
};

const lineOfFirstBadByte = (bytes: Uint8Array): number => {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  return lossy.slice(0, lossy.indexOf('\ufffd')).split('\n').length;
};

export type TextOrFault =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly text?: undefined; readonly fault: Fault & { readonly line?: number } };

/** The file's text, without byte order mark; or the fault that says what it is instead of UTF-8. */
export const textOf = (bytes: Uint8Array): TextOrFault => {
  const text = decodes(bytes, 'utf-8');
  if (text !== undefined && !text.includes('\0')) return { text };
  const look = lookOf(bytes);
  return {
    fault: {
      code: 'WRONG_ENCODING',
      ...(text === undefined && { line: lineOfFirstBadByte(bytes) }),
      found: look.zh === look.en ? look.zh : `${look.zh} (${look.en})`,
      expected: { zh: 'UTF-8 文本（可带 BOM）', en: 'UTF-8 text, with or without byte order mark' },
      cause: {
        zh: `文件不是 UTF-8 文本，看来是 ${look.zh}。`,
        en: `The file is not UTF-8 text; it looks like ${look.en}.`,
      },
      fix: {
        zh: '另存为“CSV UTF-8（逗号分隔）”后再试。',
        en: 'Save it as “CSV UTF-8 (comma delimited)” and try again.',
      },
    },
  };
};

import { open } from 'node:fs/promises';
import { chunksOf } from './chunks.ts';
import type { Written } from './encoding.ts';

const lineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/**
 * Writes the text as UTF-8 without byte order mark. Where it is not of that encoding after all, the answer is the line on
 * which that shows; what was written is then of no use.
 */
export const transcode = async (
  path: string,
  { encoding, mark }: Written,
  to: string,
): Promise<{ readonly wrongLine?: number }> => {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const file = await open(to, 'w');
  let line = 1;
  let piece: Uint8Array = new Uint8Array();
  try {
    for await (const { bytes } of chunksOf(path, mark)) {
      piece = bytes;
      const text = decoder.decode(bytes, { stream: true });
      line += lineEnds(text);
      await file.writeFile(text);
    }
    await file.writeFile(decoder.decode());
    return {};
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const lossy = new TextDecoder(encoding, { ignoreBOM: true }).decode(piece);
    return { wrongLine: line + lineEnds(lossy.slice(0, Math.max(0, lossy.indexOf('\ufffd')))) };
  } finally {
    await file.close();
  }
};

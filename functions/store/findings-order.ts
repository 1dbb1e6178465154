import { createHash } from 'node:crypto';
import { closeSync, writeSync } from 'node:fs';
import { type Finding, worstFirst } from '../../events/finding.ts';
import { linesIn } from './spilled-lines.ts';
import { unnamedFiles } from './unnamed-files.ts';

// The findings of a file are put in order over the disk: part after part is written as it comes, and all parts are read
// side by side.

/** A finding as JSON, and what its place is known by. */
type Placed = { readonly rank: number; readonly row: number; readonly rule: string; readonly text: string };

const placed = (finding: Finding): Placed => ({
  rank: worstFirst.indexOf(finding.verdict),
  row: finding.row,
  rule: finding.rule,
  text: JSON.stringify(finding),
});

const order = (a: Placed, b: Placed): number =>
  a.rank - b.rank || a.row - b.row || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

const lineOf = ({ rank, row, rule, text }: Placed): string => `${rank}\t${row}\t${rule}\t${text}\n`;
const placedIn = (line: string): Placed => {
  const [rank, row, rule] = line.split('\t', 3) as [string, string, string];
  const text = line.slice(rank.length + row.length + rule.length + 3);
  return { rank: Number(rank), row: Number(row), rule, text };
};

/** So many are put in order in memory; all parts on the disk are read with so many bytes of it, but each with a page. */
const memory = { findings: 20_000, bytes: 4 * 1024 * 1024 };
const leastBytes = 4 * 1024;

/** Parts on the disk. */
const disk = (readBytes: number) => {
  const { files, remove } = unnamedFiles('fanzha-findings-', 1);
  const file = files[0]!;
  const ends = [0];
  return {
    add: (part: readonly Placed[]): void => {
      let at = ends.at(-1)!;
      for (let n = 0; n < part.length; n += 1_000) {
        const bytes = Buffer.from(
          part
            .slice(n, n + 1_000)
            .map(lineOf)
            .join(''),
        );
        writeSync(file, bytes, 0, bytes.length, at);
        at += bytes.length;
      }
      ends.push(at);
    },
    /** Of all parts the first ones first. */
    read: function* (): Generator<Placed> {
      const bytes = Math.max(leastBytes, Math.floor(readBytes / ends.length));
      const parts = ends.slice(1).map((end, n) => linesIn(file, ends[n]!, end, bytes));
      /** The first of each part that has one left, the last one first. */
      const heads: { readonly one: Placed; readonly part: Generator<string> }[] = [];
      const look = (part: Generator<string>): void => {
        const { done, value } = part.next();
        if (done) return;
        const one = placedIn(value);
        let [from, to] = [0, heads.length];
        while (from < to) {
          const middle = (from + to) >>> 1;
          if (order(heads[middle]!.one, one) > 0) from = middle + 1;
          else to = middle;
        }
        heads.splice(from, 0, { one, part });
      };
      for (const part of parts) look(part);
      for (let head = heads.pop(); head !== undefined; head = heads.pop()) {
        yield head.one;
        look(head.part);
      }
    },
    discard: (): void => {
      closeSync(file);
      remove();
    },
  };
};

/**
 * Findings in one order over all parts, worst first, then by row, then by rule, each as JSON. Each part is in that order
 * by itself. `name` is a digest of them all; whoever asks discards them. Throws what the parts throw.
 */
export const inOneOrder = async (parts: AsyncIterable<readonly Finding[]>, most = memory) => {
  const hash = createHash('sha256');
  let total = 0;
  let inMemory: Placed[] = [];
  let onDisk: ReturnType<typeof disk> | undefined;
  try {
    for await (const part of parts) {
      const own = part.map(placed);
      for (const { text } of own) hash.update(text);
      total += own.length;
      if (onDisk === undefined && total <= most.findings) inMemory.push(...own);
      else {
        onDisk ??= disk(most.bytes);
        if (inMemory.length > 0) onDisk.add(inMemory.sort(order));
        inMemory = [];
        onDisk.add(own);
      }
    }
  } catch (error) {
    onDisk?.discard();
    throw error;
  }
  return {
    name: hash.digest('hex').slice(0, 32),
    total,
    texts: function* (): Generator<string> {
      for (const { text } of onDisk?.read() ?? inMemory.sort(order)) yield text;
    },
    discard: (): void => onDisk?.discard(),
  };
};

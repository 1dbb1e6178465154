import type { Contract } from '../../events/contract.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import type { JudgeBy } from '../../rules/engine/judge.ts';
import { versionOf } from '../../rules/engine/rule.ts';
import { keyLanes, type SliceResult, sliceJudge } from '../judge-slice/judge-slice.ts';
import { laneOf } from '../judge-slice/keyed-hash.ts';
import { countHeld, heldLineOf } from './count-held.ts';
import { faultWriter } from './fault-lines.ts';
import { findDuplicates, keyWidth } from './find-duplicates.ts';
import { foundWriter, isTold, type Told } from './found-lines.ts';
import { partitionedLines, partitionedNumbers, partitionOf, readPartition } from './partitions.ts';
import { bytesOf } from './slice-bytes.ts';
import type { Counted, Duplicates, Judged, Rejudged, Run, Task } from './task.ts';

export const ruleOf = (() => {
  const byVersion = new Map(catalogue.rules.map((rule) => [`${rule.id} ${versionOf(rule)}`, rule]));
  return ({ rule, version }: { readonly rule: string; readonly version: string }) =>
    byVersion.get(`${rule} ${version}`)!;
})();

/** The writers of a kind's keys and cards. */
const spillsOf = (work: string, kind: string, writer: number) => ({
  keys: partitionedNumbers(work, kind, 'keys', writer, keyWidth),
  held: partitionedLines(work, kind, 'held', writer),
});

/** By which law, and whose figures, a kind is judged in a run. */
export const judgedBy = ({ by: { region, sector, ...by } }: Run, contract: Contract): JudgeBy => ({
  ...by,
  ...(region !== undefined && { at: { region, sector: sector ?? contract.sectors[0]! } }),
});

export type Answer = Judged | Rejudged | Duplicates | Counted | undefined;

/**
 * Does the tasks of a run, one after the other, as the `writer`-th of `writers` that share its directory: a worker's
 * thread has one, a short run has one in the main thread. Every task leaves on the disk what does not fit into memory,
 * and answers the rest.
 */
export const taskRunner = (
  run: Run,
  kinds: Readonly<Record<string, Contract>>,
  writer: number,
  writers: number,
): ((task: Task) => Answer) => {
  const { files, lists, seed, work } = run;
  const judges = new Map<number, ReturnType<typeof sliceJudge>>();
  const judgeOf = (file: number) => {
    const known = judges.get(file);
    if (known !== undefined) return known;
    const { kind, rows, span } = files[file]!;
    const contract = kinds[kind]!;
    const judge = sliceJudge({
      ...{ contract, rows, lists, seed, by: judgedBy(run, contract) },
      ...(span !== undefined && { span }),
    });
    judges.set(file, judge);
    return judge;
  };
  const spills = new Map<string, ReturnType<typeof spillsOf>>();
  const spillOf = (kind: string) => {
    const spill = spills.get(kind) ?? spillsOf(work, kind, writer);
    spills.set(kind, spill);
    return spill;
  };
  const found = foundWriter(work, writer, ruleOf);

  const spill = (kind: string, file: number, slice: number, { keys, held, told }: SliceResult): void => {
    const to = spillOf(kind);
    for (let at = 0; at < keys.length; at += keyLanes) {
      // The same key in two files is no mistake: nobody says which is the newer.
      const lane = (keys[at]! ^ Math.imul(file + 1, 0x9e3779b1)) >>> 0;
      const { numbers, at: place } = to.keys.entry(partitionOf(lane));
      numbers[place] = lane;
      numbers[place + 1] = keys[at + 1]!;
      numbers[place + 2] = keys[at + 2]!;
      numbers[place + 3] = slice;
      numbers[place + 4] = keys[at + 3]!;
    }
    for (const one of held) to.held.add(partitionOf(laneOf(one.subject)), heldLineOf(slice, one));
    const lines: Record<Told, string> = { violation: '', undetermined: '' };
    for (const { judgements, ...place } of told) {
      for (const judgement of judgements) {
        if (isTold(judgement.verdict)) lines[judgement.verdict] += found.lineOf(place, judgement);
      }
    }
    found.write(slice, lines);
  };
  const summed = ({ rows, lines, faulty, faultsTotal, worst, counts, withoutOffset, months }: SliceResult): Judged => ({
    ...{ rows, lines, faulty, faults: faultsTotal, worst, counts, withoutOffset, months },
  });
  const contractOf = (kind: string) => kinds[kind]!;

  const count = ({ kind, partition, skip }: Task & { readonly do: 'count' }): Counted => {
    const text = readPartition(work, kind, 'held', partition, writers).toString();
    const { corrections, ...counted } = countHeld(kind, judgedBy(run, contractOf(kind)), text, skip);
    found.correct(
      corrections.map(({ held, verdict, judgement, isGone }) => ({
        ...{ slice: held.slice, verdict, what: isGone ? 'gone' : 'more' },
        text: isGone ? `${held.row}\t${judgement.rule}\n` : found.lineOf(held, judgement),
      })),
    );
    return counted;
  };

  return (task) => {
    switch (task.do) {
      case 'judge': {
        const faults = faultWriter(work, task.number);
        const result = judgeOf(task.file)(bytesOf(task.slice), undefined, faults.add);
        faults.close();
        spill(files[task.file]!.kind, task.file, task.number, result);
        return summed(result);
      }
      case 'rejudge': {
        // What is wrong with them was told when they were first judged.
        const result = judgeOf(task.file)(bytesOf(task.slice), new Set(task.only), () => {});
        return { ...summed(result), seen: result.seen };
      }
      case 'find-duplicates': {
        const bytes = readPartition(work, task.kind, 'keys', task.partition, writers);
        return findDuplicates(new Uint32Array(new Uint8Array(bytes).buffer));
      }
      case 'count':
        return count(task);
      case 'close':
        for (const { keys, held } of spills.values()) {
          keys.close();
          held.close();
        }
        return undefined;
    }
  };
};

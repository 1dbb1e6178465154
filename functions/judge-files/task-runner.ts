import { join } from 'node:path';
import type { Contract } from '../../events/contract.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import type { JudgeBy } from '../../rules/engine/judge.ts';
import { versionOf } from '../../rules/engine/rule.ts';
import { type HeldInSlice, type SliceResult, sliceJudge } from '../judge-slice/judge-slice.ts';
import { keyLanes } from '../judge-slice/keyed-hash.ts';
import { heldCounter } from './count-held.ts';
import { faultWriter } from './fault-lines.ts';
import { duplicateFinder, keyWidth } from './find-duplicates.ts';
import { findingTeller } from './finding-json.ts';
import { foundWriter, isTold, type Told } from './found-lines.ts';
import { heldPartitions, heldSpill } from './held-spill.ts';
import { partitionOf, partitionWriter, readPartition } from './partitions.ts';
import { rooms } from './scratch.ts';
import { sliceReader } from './slice-bytes.ts';
import type { Counted, Duplicates, Judged, Piece, Rejudged, Run, Task } from './task.ts';
import { twiceWriter } from './twice-lines.ts';

export const ruleOf = (() => {
  const byVersion = new Map(catalogue.rules.map((rule) => [`${rule.id} ${versionOf(rule)}`, rule]));
  return ({ rule, version }: { readonly rule: string; readonly version: string }) =>
    byVersion.get(`${rule} ${version}`)!;
})();

const keysFile = (work: string, writer: number): string => join(work, `keys-${writer}`);

/** By which law, and whose figures, a kind is judged in a run. */
export const judgedBy = ({ by: { region, sector, ...by } }: Run, contract: Contract): JudgeBy => ({
  ...by,
  ...(region !== undefined && { at: { region, sector: sector ?? contract.sectors[0]! } }),
});

export type Answer = Judged | Rejudged | Duplicates | Counted | Piece | undefined;

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
  const bytesOf = sliceReader();
  const keysSpill = partitionWriter(keysFile(work, writer));
  const heldSpills = new Map<string, ReturnType<typeof heldSpill>>();
  const heldSpillOf = (kind: string) => {
    const spill = heldSpills.get(kind) ?? heldSpill(work, kinds[kind]!, writer);
    heldSpills.set(kind, spill);
    return spill;
  };
  const found = foundWriter(work, writer, ruleOf);

  const room = rooms();
  const duplicatesIn = duplicateFinder(room);
  const keyEntry = new Uint32Array(keyWidth);
  const spill = (file: number, slice: number, { keys, told }: SliceResult): void => {
    for (let at = 0; at < keys.length; at += keyLanes) {
      // The same key in two files is no mistake: nobody says which is the newer.
      const lane = (keys[at]! ^ Math.imul(file + 1, 0x9e3779b1)) >>> 0;
      keyEntry[0] = lane;
      keyEntry[1] = keys[at + 1]!;
      keyEntry[2] = keys[at + 2]!;
      keyEntry[3] = slice;
      keyEntry[4] = keys[at + 3]!;
      keysSpill.add(partitionOf(lane), keyEntry, keyWidth);
    }
    const lines: Record<Told, string> = { violation: '', undetermined: '' };
    for (const { judgements, ...place } of told) {
      for (const judgement of judgements) {
        if (isTold(judgement.verdict)) lines[judgement.verdict] += found.lineOf(place, judgement);
      }
    }
    found.write(slice, lines);
  };
  const summed = ({ faultsTotal, told, ...result }: SliceResult): Judged => {
    const { rows, lines, faulty, worst, counts, withoutOffset, months } = result;
    return { rows, lines, faulty, faults: faultsTotal, told: told.length, worst, counts, withoutOffset, months };
  };
  type Counter = {
    readonly held: ReturnType<typeof heldPartitions>;
    readonly count: ReturnType<typeof heldCounter>;
  };
  const counters = new Map<string, Counter>();
  const counterOf = (kind: string) => {
    const known = counters.get(kind);
    if (known !== undefined) return known;
    const contract = kinds[kind]!;
    const counter = {
      held: heldPartitions(work, kind, writers, room),
      count: heldCounter(contract, judgedBy(run, contract), room),
    };
    counters.set(kind, counter);
    return counter;
  };
  const count = ({ kind, partition, skip }: Task & { readonly do: 'count' }): Counted => {
    const counter = counterOf(kind);
    const { corrections, ...counted } = counter.count(counter.held(partition), skip);
    found.correct(
      corrections.map(({ held, verdict, judgement, isGone }) => ({
        ...{ slice: held.slice, verdict, what: isGone ? 'gone' : 'more' },
        text: isGone ? `${held.row}\t${judgement.rule}\n` : found.lineOf(held, judgement),
      })),
    );
    return counted;
  };

  let teller: ReturnType<typeof findingTeller> | undefined;
  let telling: ReturnType<ReturnType<typeof findingTeller>> | undefined;

  return (task) => {
    switch (task.do) {
      case 'judge': {
        const faults = faultWriter(work, task.number);
        const { file, slice, number } = task;
        const { kind } = files[file]!;
        const to = kinds[kind]!.holdings === undefined ? undefined : heldSpillOf(kind);
        const hold = to && ((held: HeldInSlice) => to.hold(number, held));
        const result = judgeOf(file)(bytesOf(slice), undefined, faults.add, hold);
        faults.close();
        spill(file, number, result);
        return summed(result);
      }
      case 'rejudge': {
        const { file, slice, number, only, others } = task;
        // What is wrong with them was told when they were first judged.
        const result = judgeOf(file)(bytesOf(slice), new Set(only), () => {});
        const otherOf = new Map([...only].map((row, n) => [row, others[n]!]));
        const twice = twiceWriter(work, number);
        for (const { row, line, recordId } of result.seen)
          twice.add({ row, line, recordId, otherRow: otherOf.get(row)! });
        twice.close();
        const wereFaulty = result.seen.filter(({ isFaulty }) => isFaulty).length;
        return { ...summed(result), twice: result.seen.length, faulty: result.seen.length - wereFaulty };
      }
      case 'find-duplicates': {
        const paths = Array.from({ length: writers }, (_, of) => keysFile(work, of));
        return duplicatesIn(readPartition(paths, task.partition, room('entries of 0')));
      }
      case 'count':
        return count(task);
      case 'tell':
        // When the first is told, all that was found has been written.
        teller ??= findingTeller(work, writers);
        telling = teller(task);
        return telling(task.into);
      case 'tell-on':
        return telling!(task.into);
      case 'close':
        found.close();
        keysSpill.close();
        for (const { close } of heldSpills.values()) close();
        return undefined;
    }
  };
};

import type { Contract } from '../../events/contract.ts';
import type { Text } from '../../events/fault.ts';
import type { Because, Finding } from '../../events/finding.ts';
import type { Fact, FactParams } from '../../rules/facts/fact.ts';
import { factsByKind } from '../../rules/facts/facts.generated.ts';
import type { CellMark, Grade, RowMark } from '../files/marks.ts';
import type { Column, LineFault } from '../files/prepared.ts';
import type { FileFinding, FileJudged } from './judge-files.ts';

// What is written beside the rows of a file that goes back: of each row all that was found, and which cells it was
// found in. A rule reads facts, and a fact reads fields: which, it shows when it is asked.

const asked: readonly unknown[] = [undefined, null, true, '2024-01-01T00:00:00+08:00', 1];

/** The fields that a fact reads of a record, whatever the record says. */
const fieldsOfFact = ({ of }: Fact, params: FactParams): ReadonlySet<string> => {
  const read = new Set<string>();
  for (const value of asked) {
    const record = new Proxy({} as Record<string, unknown>, {
      get: (_, name) => {
        if (typeof name === 'string') read.add(name);
        return value;
      },
    });
    try {
      of({ record } as never, params);
    } catch {
      // It was asked about a value that no record has; what it read until then is known.
    }
  }
  return read;
};

type Leaf = { readonly fact: string; readonly params?: FactParams; readonly result?: boolean };

/** Leaves of a condition tree that did not come out true. */
const failedLeaves = (tree: unknown): readonly Leaf[] => {
  const { all, any, not, ...leaf } = tree as {
    readonly all?: readonly unknown[];
    readonly any?: readonly unknown[];
    readonly not?: unknown;
  } & Leaf;
  if (not !== undefined) return leavesIn(not);
  const parts = all ?? any;
  if (parts !== undefined) return parts.flatMap(failedLeaves);
  return leaf.result === true ? [] : [leaf];
};
const leavesIn = (tree: unknown): readonly Leaf[] => {
  const { all, any, not, ...leaf } = tree as {
    readonly all?: readonly unknown[];
    readonly any?: readonly unknown[];
    readonly not?: unknown;
  } & Leaf;
  const parts = all ?? any ?? (not === undefined ? undefined : [not]);
  return parts === undefined ? [leaf] : parts.flatMap(leavesIn);
};

/** Which fields a finding is about: those read by the conditions that were not met. */
const fieldsOf = (kind: string) => {
  const facts: Readonly<Record<string, Fact>> = factsByKind[kind]!;
  const known = new Map<string, ReadonlySet<string>>();
  return (because: Because | null): readonly string[] => {
    const leaves = because === null ? [] : failedLeaves(because.conditions);
    return leaves.flatMap(({ fact, params = {} }) => {
      const name = JSON.stringify([fact, params]);
      const fields = known.get(name) ?? (facts[fact] === undefined ? new Set() : fieldsOfFact(facts[fact], params));
      known.set(name, fields);
      return [...fields];
    });
  };
};

/** What was found on one line: at least one of the two. */
type OnLine = { readonly findings: FileFinding[]; readonly faults: LineFault[] };

/** Takes from several lists, each in order of line, what stands on the same line. */
function* byLine(findings: readonly Iterable<FileFinding>[], faults: Iterable<LineFault>): Iterable<[number, OnLine]> {
  const lists = [...findings, faults].map((all) => all[Symbol.iterator]() as Iterator<FileFinding | LineFault>);
  const heads = lists.map((list) => list.next());
  const lineOf = (n: number): number => (heads[n]!.done === true ? Number.POSITIVE_INFINITY : heads[n]!.value.line!);
  for (;;) {
    const line = Math.min(...lists.map((_, n) => lineOf(n)));
    if (line === Number.POSITIVE_INFINITY) return;
    const on: OnLine = { findings: [], faults: [] };
    for (let n = 0; n < lists.length; n += 1) {
      for (; lineOf(n) === line; heads[n] = lists[n]!.next()) {
        const one = heads[n]!.value;
        if ('rest' in one) on.findings.push(one);
        else on.faults.push(one);
      }
    }
    yield [line, on];
  }
}

const articleOf = ({ article }: Finding): Text =>
  article === '' ? { zh: '', en: '' } : { zh: `（第${article}条）`, en: ` (Art. ${article})` };

const toldOf = (finding: Finding): Text => {
  const { title, because, remedy } = finding;
  const article = articleOf(finding);
  const sentences = (stop: string, ...all: readonly string[]): string =>
    all
      .flatMap((one) => (one === '' ? [] : [/[.。；;]$/.test(one) ? one : `${one}${stop}`]))
      .join(stop === '.' ? ' ' : '');
  return {
    zh: sentences('。', `${title.zh}${article.zh}`, because?.zh ?? '', `整改：${remedy.zh}`),
    en: sentences('.', `${title.en}${article.en}`, because?.en ?? '', `Remedy: ${remedy.en}`),
  };
};

const faultTold = ({ column, cause, fix }: LineFault): Text => {
  const where = column === undefined ? '' : `${column}: `;
  return { zh: `${where}${cause.zh}${fix.zh}`, en: `${where}${cause.en} ${fix.en}` };
};

const worstFirst: readonly Grade[] = ['fault', 'violation', 'undetermined'];
const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('\n'),
  en: texts.map(({ en }) => en).join('\n'),
});

/** The marks of a table's rows, in order of line. */
export function* rowMarks(
  contract: Contract,
  columns: readonly Column[],
  { found, faults }: Pick<FileJudged, 'found' | 'faults'>,
): Iterable<RowMark> {
  const placeOf = new Map(columns.flatMap(({ name, at }) => (name === undefined ? [] : [[name, at] as const])));
  const placeOfHeading = new Map(columns.map(({ heading, at }) => [heading, at] as const));
  const read = fieldsOf(contract.kind);
  const keyAt = placeOf.get(contract.naturalKey[0]!)!;

  const ofRows = (of: 'violation' | 'undetermined') => Iterator.from(found(of)).filter(({ row }) => row > 0);
  for (const [line, on] of byLine([ofRows('violation'), ofRows('undetermined')], faults())) {
    const texts: Text[] = [];
    const cells = new Map<number, CellMark>();
    const mark = (at: number, as: Grade, text: Text): void => {
      const known = cells.get(at);
      const graver = known !== undefined && worstFirst.indexOf(known.as) <= worstFirst.indexOf(as) ? known.as : as;
      cells.set(at, { at, as: graver, text: known === undefined ? text : joined([known.text, text]) });
    };
    for (const fault of on.faults) {
      const text = faultTold(fault);
      texts.push(text);
      const { column = '' } = fault;
      mark(placeOfHeading.get(column) ?? placeOf.get(column) ?? keyAt, 'fault', text);
    }
    for (const { rest, verdict } of on.findings) {
      const finding = JSON.parse(`{${rest}`) as Finding;
      const text = toldOf(finding);
      texts.push(text);
      const places = new Set(read(finding.because).flatMap((name) => placeOf.get(name) ?? []));
      for (const at of places.size === 0 ? [keyAt] : places) mark(at, verdict, text);
    }
    const verdict = worstFirst.find((grade) =>
      grade === 'fault' ? on.faults.length > 0 : on.findings.some((one) => one.verdict === grade),
    )!;
    yield { line, verdict, reason: joined(texts), cells: [...cells.values()].sort((a, b) => a.at - b.at) };
  }
}

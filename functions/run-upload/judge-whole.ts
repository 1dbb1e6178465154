import type { KeptRecord, Manifest, RecordsPart } from '../../events/manifest.ts';
import type { Counts } from '../../events/submission.ts';
import type { MovingUpload } from '../../events/upload.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { askedBy } from '../../rules/look-up.ts';
import type { Law } from '../record-submission/deps.ts';
import { judgeProjected, type ProjectDeps } from '../submit-records/judge-projected.ts';
import type { CountDeps } from './deps.ts';
import { judgeBySubject } from './judge-by-subject.ts';
import { saidTogether, tally } from './judged-sums.ts';
import { recordsOf, type WholeFile } from './put-together.ts';

/** The whole file judged: its records kept in parts, and which rows violate. */
export type WholeJudged = {
  readonly parts: readonly RecordsPart[];
  readonly counts: Counts;
  /** By row. */
  readonly violating: readonly number[];
  /** What the lists said, of a kind that looks something up. */
  readonly said?: Lists;
};

export type About = {
  readonly upload: MovingUpload;
  readonly whole: WholeFile;
  /** As it would be recorded. */
  readonly by: Manifest;
  readonly law: Law;
  /** Hears of the rows so far. */
  readonly told: (rows: number) => Promise<void>;
};

export type WholeDeps = ProjectDeps &
  Pick<CountDeps, 'sliceRecords' | 'lookUp' | 'listVersions' | 'spill' | 'keepPart' | 'keepSliceAsPart'>;

const shiftedBy = (records: readonly KeptRecord[], by: number): readonly KeptRecord[] =>
  records.map(({ row, record }) => ({ row: row + by, record }));

/** Records that count for nobody but themselves: each slice is a part, and mostly it has been judged already. */
const judgeBySlice = async (about: About, deps: WholeDeps): Promise<WholeJudged> => {
  const { upload, whole, by, law, told } = about;
  const { looksUp } = law.contract;
  const parts: RecordsPart[] = [];
  const sum = tally(whole.rows);
  const said = saidTogether();
  for (const [n, slice] of whole.slices.entries()) {
    if (slice.records === 0) continue;
    const { before } = slice;
    if (looksUp === undefined && slice.twice.size === 0) {
      parts.push({ name: await deps.keepSliceAsPart(upload.id, n), before });
      sum.addSlice(slice);
    } else {
      const records = await recordsOf(upload, n, slice, deps);
      if (records.length === 0) continue;
      parts.push({ name: await deps.keepPart(upload.id, records), before });
      const asked =
        looksUp &&
        askedBy(
          looksUp,
          records.map(({ record }) => record),
        );
      const lists = asked && (await deps.lookUp(asked));
      if (lists !== undefined) said.add(lists);
      sum.add(await judgeProjected(shiftedBy(records, before), [], by, law, deps, lists));
    }
    await told(before + slice.rows);
  }
  return { parts, ...sum.result(), ...(looksUp && { said: said.all() }) };
};

/** Nobody imports lists so often that a file meets an import each time. */
const maxLooks = 10;

/**
 * Judges a file's records with what others hold and what the lists say of them, all lists at one moment, and keeps them
 * in parts, each of which is judged by itself.
 */
export const judgeWhole = async (about: About, deps: WholeDeps, recordsTogether?: number): Promise<WholeJudged> => {
  const { looksUp = [], holdings } = about.law.contract;
  const lists = [...new Set(looksUp.map(({ list }) => list))];
  for (let look = 0; look < maxLooks; look += 1) {
    const before = await deps.listVersions(lists);
    const judged = await (holdings === undefined
      ? judgeBySlice(about, deps)
      : judgeBySubject(about, deps, recordsTogether));
    if ((await deps.listVersions(lists)) === before) return judged;
  }
  throw new Error(`the lists changed ${maxLooks} times while a file was judged`);
};

import * as z from 'zod';
import { Verdict } from '../../events/finding.ts';
import { listNames } from '../../events/lists.ts';

const ListEntries = z.partialRecord(
  z.enum(listNames),
  z.array(
    z.strictObject({
      value: z.string(),
      from: z.iso.date(),
      until: z.iso.date().optional(),
      category: z.string().optional(),
      reference: z.string().optional(),
      receivedAt: z.string(),
    }),
  ),
);

/** A period, for rules that are `per` one: what it is, and whether its filing duty has fallen due. */
const Period = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  isDue: z.boolean(),
  imports: z
    .partialRecord(z.enum(listNames), z.array(z.strictObject({ id: z.string(), receivedAt: z.string() })))
    .optional(),
});

const told = {
  /** A sentence about the law. */
  name: z.string().min(1),
  verdict: z.enum([...Verdict.options, 'not-in-force']),
  holdings: z
    .strictObject({ card: z.string(), cards: z.array(z.looseObject({ card: z.string(), openedAt: z.string() })) })
    .optional(),
  /** What authorities' lists say; a list that is absent here is not there. */
  lists: ListEntries.optional(),
  /** For `undetermined`: exactly the facts that are missing. */
  missing: z.array(z.string()).optional(),
  /** A day in place of the record's own law date. */
  on: z.iso.date().optional(),
};

/** A record and the verdict a rule must give it; `not-in-force` where no version was law on that day. */
export const Fixture = z.strictObject({
  ...told,
  /** In normal form, tokens in place of personal values. */
  record: z.looseObject({ recordId: z.string() }),
  /** For a rule per period, all that was reported for it; `record` then says which period. */
  records: z.array(z.looseObject({ recordId: z.string() })).optional(),
});
export type Fixture = z.infer<typeof Fixture>;

const Changes = z.looseObject({});

/** The same told by what is different from the file's `base`. */
const Case = z.strictObject({
  ...told,
  /** Fields that are otherwise in this record, or that the base lacks. */
  with: Changes.optional(),
  /** Fields of the base that this record leaves out. */
  without: z.array(z.string()).min(1).optional(),
  /** For a rule per period: which, and its records, each by what is different from the base. */
  period: Period.optional(),
  records: z.array(Changes).optional(),
});
type Case = z.infer<typeof Case>;

const Whole = z.array(Fixture).min(1);
const FromBase = z.strictObject({ base: z.looseObject({ recordId: z.string() }), cases: z.array(Case).min(1) });

/** The schema of a `fixtures.json`: the fixtures whole, or a record and what is different in each. */
export const fixturesSchema = (json: unknown): z.ZodType<Fixtures> => (Array.isArray(json) ? Whole : FromBase);
type Fixtures = z.infer<typeof Whole> | z.infer<typeof FromBase>;
type Base = { readonly recordId: string; readonly [field: string]: unknown };

const recordOf = (base: Base, changes: Case['with'], without: Case['without'] = []): Base => {
  const kept = Object.entries(base).filter(([name]) => !without.includes(name));
  return { ...Object.fromEntries(kept), ...changes } as Base;
};

const whole = (base: Base, { with: changes, without, period, records, ...rest }: Case): Fixture => {
  if (period === undefined) return { ...rest, record: recordOf(base, changes, without) };
  return {
    ...rest,
    record: { recordId: '#branch#period', ...period },
    records: (records ?? []).map((one, n) => recordOf(base, { recordId: `${base.recordId}-${n + 1}`, ...one })),
  };
};

/** The fixtures of a file, each whole. */
export const fixturesIn = (file: Fixtures): readonly Fixture[] =>
  Array.isArray(file) ? file : file.cases.map((one) => whole(file.base, one));

import type { ListEntry } from './facts/lists.ts';

/**
 * An entry as an authority put it on a list. One that a newer import replaces stays beside it until that import counts:
 * readers see the list as it was before, or as it is afterwards, and nothing between.
 */
export type Listed = Omit<ListEntry, 'value'> & {
  readonly authority: string;
  /** The value as a person may still recognise it. */
  readonly masked: string;
  /** Which of its authority's imports wrote it, counted from 1. */
  readonly sequence: number;
  /** The import took it away. */
  readonly taken?: true;
};

/** What one import says of one value. Only one that takes away may leave out `from`: then it means every entry. */
export type Told = {
  readonly from?: string;
  readonly until?: string;
  readonly category?: string;
  readonly reference?: string;
  readonly masked: string;
};

/** The same with the value's token, as an import is kept. */
export type Imported = Told & { readonly token: string };

/** How one authority's part of a list stands. */
export type ListPart = {
  /** Its last import that counts; 0 before the first. */
  readonly sequence: number;
  /** What imports before this one wrote stands no more: the last that replaced everything. */
  readonly since: number;
  /** Entries put there and not taken away since, those whose time is over included. */
  readonly entries: number;
  readonly last?: { readonly id: string; readonly digest: string; readonly receivedAt: string };
  /** The import that is being recorded. */
  readonly recording?: string;
};

/** The parts of a list, by authority. */
export type ListParts = Readonly<Record<string, ListPart>>;

export const noPart: ListPart = { sequence: 0, since: 0, entries: 0 };

/** Whether anybody's import counts: otherwise the list is not there, and nothing is known of any value. */
export const isThere = (parts: ListParts): boolean => Object.values(parts).some(({ sequence }) => sequence > 0);

/** The entries that stand, of all those written about one value: of each the newest that counts. */
export const standing = (listed: readonly Listed[], parts: ListParts): readonly Listed[] => {
  const newest = new Map<string, Listed>();
  for (const entry of listed) {
    const { sequence = 0 } = parts[entry.authority] ?? {};
    if (entry.sequence > sequence) continue;
    const name = JSON.stringify([entry.authority, entry.from]);
    const known = newest.get(name);
    if (known === undefined || known.sequence < entry.sequence) newest.set(name, entry);
  }
  return [...newest.values()].filter(
    ({ authority, sequence, taken }) => taken !== true && sequence >= (parts[authority]?.since ?? 0),
  );
};

/** The entry as facts read it. */
export const asEntry = (
  value: string,
  { authority: _, masked: __, sequence: ___, taken: ____, ...entry }: Listed,
): ListEntry => ({
  value,
  ...entry,
});

export type ImportMode = 'add' | 'replace' | 'remove';

/** What an import did: entries new to the list, those it changed, those it took away, those that were as it says. */
export type Effect = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
};

type By = { readonly authority: string; readonly sequence: number; readonly receivedAt: string };

const saysTheSame = (one: Listed, other: Told): boolean =>
  one.until === other.until && one.category === other.category && one.reference === other.reference;

/**
 * What is written about one value once an import has told `told` of it, and what that changes. `part` is its
 * authority's part as it stands before. The same import told again, after a crash, comes to the same.
 */
export const afterImport = (
  listed: readonly Listed[],
  told: readonly Told[],
  mode: ImportMode,
  { authority, sequence, receivedAt }: By,
  part: ListPart,
): { readonly listed: readonly Listed[]; readonly effect: Effect } => {
  const others = listed.filter((entry) => entry.authority !== authority);
  const before = standing(listed, { [authority]: part }).filter((entry) => entry.authority === authority);
  const written = new Map<string, Listed>();
  let [added, changed, removed, unchanged] = [0, 0, 0, 0];
  for (const { from, ...says } of told) {
    const meant = before.filter((entry) => from === undefined || entry.from === from);
    if (mode === 'remove') {
      for (const entry of meant) written.set(entry.from, { ...entry, sequence, taken: true });
      if (meant.length === 0) unchanged += 1;
      continue;
    }
    const [known] = meant;
    const isSame = known !== undefined && saysTheSame(known, says);
    if (isSame) unchanged += 1;
    else if (known !== undefined) changed += 1;
    else added += 1;
    if (isSame && mode === 'replace') written.set(from!, { ...known, sequence });
    if (!isSame) written.set(from!, { authority, from: from!, ...says, receivedAt, sequence });
  }
  if (mode === 'remove') removed = written.size;
  return { listed: [...others, ...before, ...written.values()], effect: { added, changed, removed, unchanged } };
};

/** What is left once the authority's part has moved on: nothing that was taken away, replaced, or left behind. */
export const settled = (listed: readonly Listed[], authority: string, part: ListPart): readonly Listed[] => {
  const own = new Set(standing(listed, { [authority]: part }));
  return listed.filter((entry) => entry.authority !== authority || entry.sequence > part.sequence || own.has(entry));
};

import { maxAnswered } from '../../events/fault.ts';
import { readEntries } from '../../events/list-entries.ts';
import type { ListImport, ListImportRequest, ListReceipt } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import { mask } from '../../events/mask.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem, refusal } from '../../events/problem.ts';
import { authorityOf } from '../../events/subscription.ts';
import { type Imported, noPart } from '../../rules/listed.ts';
import type { ImportDeps } from './deps.ts';
import { recordImport } from './record-import.ts';

export type ImportListDeps = ImportDeps & {
  /** The token by which the value of an entry is compared with records. */
  readonly tokenOf: (list: ListName, value: string) => string;
};

const maxAttempts = 60;
/** As long as an answer to an Idempotency-Key is kept. */
const sameMs = 24 * 60 * 60 * 1000;

const refuseEmpty = ({ mode, entries }: ListImportRequest): void => {
  if (mode === 'replace' || entries.length > 0) return;
  throw refusal(
    'INVALID_BODY',
    { zh: '没有任何名单项。', en: 'There are no entries.' },
    {
      pointer: '/entries',
      found: '[]',
      expected: { zh: '至少一项', en: 'at least one entry' },
      cause: {
        zh: '只有 replace 可以为空：名单就此清空。',
        en: 'Only a replacement may be empty: it empties the list.',
      },
      fix: { zh: '补上名单项，或改用 "mode": "replace"。', en: 'Give entries, or say "mode": "replace".' },
    },
  );
};

const read = (list: ListName, request: ListImportRequest, tokenOf: ImportListDeps['tokenOf']): readonly Imported[] => {
  refuseEmpty(request);
  const { entries, faults } = readEntries(list, request.mode, request.entries);
  if (faults.length > 0) {
    throw new Problem(
      'INVALID_BODY',
      {
        zh: `${faults.length} 处错误，未记录任何名单项；请按所列逐处改正。`,
        en: `${faults.length} faults, and no entry was recorded; correct them as listed.`,
      },
      faults.slice(0, maxAnswered),
      faults.length,
    );
  }
  return entries.map(({ value, ...told }) => ({ token: tokenOf(list, value), masked: mask(value), ...told }));
};

/**
 * Records an import of a list, whole or not at all, and gives its receipt. The same bytes again within a day are the same
 * import (`isNew` false). What was judged before stays as it was judged; records reported from now on are judged by it.
 * Throws Problem FORBIDDEN, INVALID_BODY, CONFLICT.
 */
export const importList = async (
  list: ListName,
  request: ListImportRequest,
  bodyDigest: string,
  principal: Principal,
  deps: ImportListDeps,
): Promise<{ readonly isNew: boolean; readonly receipt: ListReceipt }> => {
  const authority = authorityOf(principal);
  if (authority === undefined) {
    throw new Problem('FORBIDDEN', {
      zh: '名单由主管部门维护，而您的身份没有写明所属部门。',
      en: 'Lists are kept by authorities, and your identity names none.',
    });
  }
  const entries = read(list, request, deps.tokenOf);
  const { purpose, reference, mode } = request;

  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await deps.pause(attempt);
    const { version, parts } = await deps.parts(list);
    const part = parts[authority] ?? noPart;
    if (part.recording !== undefined) {
      const { receipt } = await recordImport(part.recording, deps);
      if (receipt.digest === bodyDigest) return { isNew: true, receipt };
      continue;
    }
    const now = deps.now();
    const { last } = part;
    if (last?.digest === bodyDigest && now.getTime() - Date.parse(last.receivedAt) < sameMs) {
      return { isNew: false, receipt: (await deps.listImport(last.id))!.receipt };
    }
    const sequence = part.sequence + 1;
    const id = deps.digest(JSON.stringify([list, authority, sequence, bodyDigest])).slice(0, 32);
    const begun: ListImport = {
      receipt: {
        ...{
          id,
          list,
          authority,
          regions: principal.regions,
          purpose,
          ...(reference !== undefined && { reference }),
          mode,
        },
        receivedAt: now.toISOString(),
        ...{ entries: entries.length, added: 0, changed: 0, removed: 0, unchanged: 0, total: 0, digest: bodyDigest },
      },
      by: principal.sub,
      status: 'recording',
      sequence,
    };
    await deps.keepImported(id, entries);
    const to = { ...parts, [authority]: { ...part, recording: id } };
    if (!(await deps.begin(begun, { list, version, to }))) continue;
    return { isNew: true, receipt: (await recordImport(id, deps)).receipt };
  }
  throw new Problem('CONFLICT', {
    zh: '该名单的导入过于频繁，请稍后重试。',
    en: 'Too many imports of this list arrive at once; try again later.',
  });
};

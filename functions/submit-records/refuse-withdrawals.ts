import { shown } from '../../events/field-faults.ts';
import type { Chain } from '../../events/manifest.ts';
import { Problem } from '../../events/problem.ts';
import type { RecordDeps } from '../record-submission/deps.ts';

/** A branch takes back only what it reported itself. Throws Problem INVALID_BODY otherwise. */
export const refuseForeignWithdrawals = async (
  { enterprise, recordKind, branchId }: Chain,
  withdraws: readonly string[],
  { tracks: tracksOf }: Pick<RecordDeps, 'tracks'>,
): Promise<void> => {
  const tracks = await tracksOf(withdraws.map((recordKey) => ({ enterprise, recordKind, recordKey })));
  const faults = withdraws.flatMap((recordKey, n) =>
    tracks[n]!.track === undefined || tracks[n]!.track.branchId === branchId
      ? []
      : [
          {
            code: 'WITHDRAWS_OF_OTHER_BRANCH',
            pointer: `/withdraws/${n}`,
            found: shown(recordKey),
            cause: { zh: '该记录由其他网点最后报送。', en: 'Another branch was the last to report this record.' },
            fix: { zh: '由该网点撤回。', en: 'Let that branch withdraw it.' },
          },
        ],
  );
  if (faults.length > 0) {
    throw new Problem(
      'INVALID_BODY',
      { zh: '不能撤回其他网点的记录。', en: 'A branch withdraws its own records only.' },
      faults,
    );
  }
};

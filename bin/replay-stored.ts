import type { Text } from '../events/fault.ts';
import { DataInUse } from '../infra/local/lock.ts';
import { isDataFolder, storedSubmissions } from '../infra/local/stored.ts';
import { changesIn, type Replayed, replayCount } from '../rules/workbench/replay.ts';
import { type Compared, judgesOf } from './replay-judges.ts';

const noData = (folder: string): Text => ({
  zh: `${folder} 不是本机服务的数据目录。`,
  en: `${folder} is no data folder of the local host.`,
});
const inUse = (folder: string, pid: number): Text => ({
  zh: `数据目录 ${folder} 正由进程 ${pid} 的服务使用：请先停止该服务，或经接口重放（POST /v1/replays）。`,
  en: `The data folder ${folder} is in use by the host in process ${pid}: stop it, or replay over its API (POST /v1/replays).`,
});

/** Judges what a local host has stored again, in place; says why where that cannot be. */
export const replayStored = async (
  folder: string,
  kind: string | undefined,
  compared: Compared,
): Promise<{ readonly replayed: Replayed; readonly unread: number } | { readonly refused: Text }> => {
  if (!isDataFolder(folder)) return { refused: noData(folder) };
  const judges = judgesOf(compared);
  const count = replayCount();
  try {
    for await (const { recordKind, manifest, sources } of storedSubmissions(folder, kind)) {
      const [before, after] = judges(recordKind);
      const { enterprise, branchId } = manifest.view;
      for await (const part of sources) {
        for (const source of part) {
          const whose = { enterprise, branchId, recordId: source.record.recordId };
          count.add(changesIn(whose, before(source), after(source)));
        }
      }
    }
  } catch (error) {
    if (!(error instanceof DataInUse)) throw error;
    return { refused: inUse(folder, error.pid) };
  }
  return { replayed: count.result(), unread: 0 };
};

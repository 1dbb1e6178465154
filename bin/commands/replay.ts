import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Text } from '../../events/fault.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import { type ChangeCount, nothingReplayed, type Replayed, together } from '../../rules/workbench/replay.ts';
import { type Command, refused, type Said } from '../command.ts';
import { aligned } from '../display-width.ts';
import type { Compared } from '../replay-judges.ts';
import type { ReplayTask } from '../replay-worker.ts';
import { faultLines } from '../rules-files.ts';
import { load } from '../rules-load.ts';
import { rulesOf, standing } from '../rules-releases.ts';

/** What one reader found, or why it could not. */
type Outcome = { readonly replayed: Replayed; readonly unread: number } | { readonly refused: Text };

const judgeAgain = (task: ReplayTask): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../replay-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

const rows = (of: Readonly<Record<string, ChangeCount>>): readonly (readonly string[])[] =>
  Object.entries(of).map(([name, { appears, disappears, changes }]) => [
    name,
    ...[appears, disappears, changes].map(String),
  ]);

const table = ({ rules, branches, samples, changed }: Replayed, total: string): string => {
  if (changed === 0) return `${total}没有判定改变。 No verdict changes.\n`;
  const tables = aligned(
    [['', '出现 appears', '消失 disappears', '其他 changes'], ...rows(rules), ...rows(branches)],
    72,
  );
  const shown = samples.map(
    ({ branchId, recordId, rule, from, to }) => `  ${branchId} ${recordId}  ${rule}: ${from} → ${to}\n`,
  );
  return `${tables.join('\n')}\n\n示例 samples\n${shown.join('')}${total}`;
};

type Asked = { readonly to: string; readonly from?: string; readonly files: readonly string[]; readonly kind?: string };

/** What local hosts have stored in these folders: one after the other, for each is opened as its host would. */
const judgeStored = async (
  folders: readonly string[],
  kind: string | undefined,
  compared: Compared,
): Promise<readonly Outcome[]> => {
  if (folders.length === 0) return [];
  // Only here: a folder of rules alone has no host, and most replays are of files.
  const { replayStored } = await import('../replay-stored.ts');
  const outcomes: Outcome[] = [];
  for (const folder of folders) outcomes.push(await replayStored(folder, kind, compared));
  return outcomes;
};

/** Judges files and stored submissions again by another release, and says which verdicts that changes. `files` are the rules as they stand on disk. */
const replay = async (root: string, { to, from, files, kind }: Asked, isJson: boolean): Promise<Said> => {
  const loaded = await load(root);
  if (loaded.faults.length > 0) return refused(faultLines(loaded.faults));
  const stands = standing(root, loaded.files, loaded.localParameters);
  const published = stands.releases.findLast(({ state }) => state === 'published')?.name ?? 'files';
  const of = (name: string): readonly Rule[] | undefined => {
    const release = stands.releases.find((one) => one.name === name);
    if (release !== undefined) return rulesOf(release, loaded.files).map(({ rule }) => rule);
    return name === 'files' ? loaded.files.map(({ rule }) => rule) : undefined;
  };
  const unknown = [to, from ?? published].find((name) => of(name) === undefined);
  if (unknown !== undefined) {
    const names = [...stands.releases.map(({ name }) => name), 'files'];
    return refused(`there is no release ${unknown}; there are: ${names.join(', ')}\n`);
  }
  if (kind !== undefined && !Object.hasOwn(loaded.kinds, kind)) return refused(`there is no record kind ${kind}\n`);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return refused(`there is no file ${missing}\n`);

  const began = performance.now();
  const isFolder = (path: string) => statSync(path).isDirectory();
  const own = files.filter((path) => !isFolder(path));
  const parts = own.length === 0 ? 0 : Math.min(2, availableParallelism());
  const judges = { from: of(from ?? published)!, to: of(to)! };
  const ofFiles = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      judgeAgain({ files: own, ...(kind !== undefined && { kind }), part, parts, ...judges }),
    ),
  );
  const answers = [...ofFiles, ...(await judgeStored(files.filter(isFolder), kind, judges))];
  const stopped = answers.find((one) => 'refused' in one);
  if (stopped !== undefined) return refused(`${stopped.refused.zh}\n${stopped.refused.en}\n`);
  const outcomes = answers.filter((one) => 'replayed' in one);
  const seconds = (performance.now() - began) / 1000;
  const replayed = outcomes.map((one) => one.replayed).reduce(together, nothingReplayed);
  const unread = outcomes.reduce((sum, one) => sum + one.unread, 0);
  const recordsPerMinute = Math.round((replayed.records / seconds) * 60);
  if (isJson) {
    const told = {
      from: from ?? published,
      to,
      ...replayed,
      unread,
      seconds: Number(seconds.toFixed(2)),
      recordsPerMinute,
    };
    return { status: 0, out: `${JSON.stringify(told, null, 2)}\n` };
  }
  const total =
    `${from ?? published} → ${to}: ${replayed.records} records, ${unread} not read, ${replayed.changed} verdicts changed; ` +
    `${seconds.toFixed(1)} s, ${recordsPerMinute} records a minute\n`;
  return { status: 0, out: table(replayed, total) };
};

const text = { type: 'string' } as const;

export const replayCommand: Command = {
  name: 'replay',
  usage: [
    [
      'replay RELEASE --against FILE…',
      'judge files again, or what a local host that is not running has stored (its data folder, `.local`)',
    ],
    [
      'replay … [--from RELEASE] [--kind K] [--json]',
      'what is otherwise than by the published rules; `files` names the rules as they stand on disk',
    ],
  ],
  options: { against: { ...text, multiple: true }, from: text, kind: text, json: { type: 'boolean' } },
  takes: [1, Number.POSITIVE_INFINITY],
  run: ({ root, arguments: [to, ...more], options: { against, from, kind, json } }) => {
    const files = [...((against ?? []) as unknown as readonly string[]), ...more];
    if (files.length === 0) return Promise.resolve(refused('a replay wants files: --against FILE…\n'));
    const asked = {
      ...{ to: to!, files },
      ...(typeof from === 'string' && { from }),
      ...(typeof kind === 'string' && { kind }),
    };
    return replay(root, asked, json === true);
  },
};

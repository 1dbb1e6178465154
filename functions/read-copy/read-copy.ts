import type { Text } from '../../events/fault.ts';
import { maySee, type Principal } from '../../events/principal.ts';
import { notFound, Problem } from '../../events/problem.ts';
import { CopyName, type UploadCopies } from '../../events/upload.ts';
import { type ReadStateDeps, readUpload } from '../read-submission/read-state.ts';
import { copiesAt } from '../read-submission/submission-state.ts';

export type ReadCopyDeps = Pick<ReadStateDeps, 'manifest' | 'upload' | 'now'> & {
  /** Where the copy can be fetched for some minutes, to be saved under the name. */
  readonly link: (id: string, copy: CopyName, name: string) => Promise<string>;
};

const noFile: Text = {
  zh: '该报送以请求体（JSON）提交，没有可以标注后返回的文件；请查看报告。',
  en: 'The submission came as a JSON body: there is no file to give back with marks. Read the report.',
};

const notThere: Readonly<Record<UploadCopies['state'] | 'early', Text>> = {
  early: {
    zh: '该文件尚未审计，或整份被拒绝，没有副本。',
    en: 'The file is not audited yet, or was refused as a whole: there is no copy of it.',
  },
  due: { zh: '副本正在生成，请稍后再取。', en: 'The copy is being made; ask again shortly.' },
  made: { zh: '这一副本未能生成；另一副本可以获取。', en: 'This copy could not be made; the other one is there.' },
  none: {
    zh: '该文件没有副本：没有需要标注的内容，或无法标注。',
    en: 'There is no copy of the file: nothing in it is to be marked, or it cannot be.',
  },
  failed: {
    zh: '副本未能生成；请以 POST /v1/uploads/{id}/resume 重新生成。',
    en: 'The copies could not be made; have them made anew by POST /v1/uploads/{id}/resume.',
  },
  gone: { zh: '副本已过保存期并删除。', en: 'The days for which the copy was kept are over: it is gone.' },
};

/**
 * Where a copy of an uploaded file can be fetched by whoever sent it. Throws Problem NOT_FOUND where there is none, where
 * it is not there yet or any more, and where it is not the caller's to see.
 */
export const readCopy = async (id: string, name: string, principal: Principal, deps: ReadCopyDeps): Promise<string> => {
  const copy = CopyName.safeParse(name).data;
  if (copy === undefined) throw notFound({ zh: '副本（annotated 或 to-fix）', en: 'copy (annotated or to-fix)' });
  if ((await deps.upload(id)) === undefined) {
    const manifest = await deps.manifest(id);
    if (manifest !== undefined && maySee(principal, manifest.view)) throw new Problem('NOT_FOUND', noFile);
  }
  const { copies } = await readUpload(id, principal, deps.upload);
  const now = copies && copiesAt(copies, deps.now());
  const made = now?.made.find((one) => one.copy === copy);
  if (made === undefined) throw new Problem('NOT_FOUND', notThere[now?.state ?? 'early'], now?.faults ?? []);
  return deps.link(id, copy, made.name);
};

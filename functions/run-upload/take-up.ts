import { keptOf, type Upload } from '../../events/upload.ts';
import type { RunDeps } from './run-upload.ts';

/** Takes up an upload whose bytes have come; false where there is none that waits for them. What comes late goes again. */
export const takeUp = async (
  id: string,
  deps: Pick<RunDeps, 'upload' | 'move' | 'now' | 'size' | 'clear'>,
): Promise<boolean> => {
  const upload = await deps.upload(id);
  if (upload?.state === 'cancelled') await deps.clear(upload);
  if (upload?.state !== 'waiting' || (await deps.size(id)) === undefined) return false;
  const at = deps.now().toISOString();
  const to: Upload = { ...keptOf(upload), state: 'reading', stage: 'reading', run: 1, startedAt: at, stageAt: at };
  return deps.move(upload, to, at);
};

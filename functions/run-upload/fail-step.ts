import type { MoveDeps } from './deps.ts';
import { failUpload } from './ends.ts';
import { atWork, type Work } from './step.ts';

/** A stage has failed as often as it is tried. */
export const failStep = async (work: Work, deps: MoveDeps): Promise<void> => {
  const upload = await atWork(work, deps);
  if (upload !== undefined) await failUpload(upload, deps);
};

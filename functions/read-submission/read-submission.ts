import type { Manifest } from '../../events/manifest.ts';
import { maySee, type Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';

/** The submission, if it is the caller's to see; throws Problem NOT_FOUND otherwise, whether or not it exists. */
export const readSubmission = async (
  id: string,
  principal: Principal,
  manifest: (id: string) => Promise<Manifest | undefined>,
): Promise<Manifest> => {
  const found = await manifest(id);
  if (found === undefined || !maySee(principal, found.view)) throw notFound({ zh: '报送', en: 'submission' });
  return found;
};

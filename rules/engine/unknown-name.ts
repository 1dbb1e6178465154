import { nearest } from '../../events/nearest.ts';
import type { Told } from './check-leaf.ts';

/** Told of a name that stands for nothing: what was probably meant, or all there are. */
export const unknownName = (
  what: string,
  zh: string,
  found: string,
  allowed: readonly string[],
): Omit<Told, 'pointer'> => {
  const meant = nearest(found, allowed);
  return {
    code: `UNKNOWN_${what.toUpperCase().replaceAll(' ', '_')}`,
    found,
    cause: { zh: `没有${zh}“${found}”。`, en: `There is no ${what} “${found}”.` },
    fix: meant
      ? { zh: `是否应为“${meant}”？`, en: `Did you mean “${meant}”?` }
      : { zh: `可用：${allowed.join('、') || '（无）'}。`, en: `There are: ${allowed.join(', ') || 'none'}.` },
  };
};

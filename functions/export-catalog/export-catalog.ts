import { notFound } from '../../events/problem.ts';
import { type Releases, rulesOfRelease } from '../../rules/engine/release.ts';
import { type CatalogDeps, catalogOf } from '../../rules/oscal/catalog.ts';

export type ExportCatalogDeps = CatalogDeps & Releases & { readonly now: () => Date };

/** The rules of a release as an OSCAL catalog, dated by when it came to its state; throws Problem NOT_FOUND. */
export const exportCatalog = (name: string, deps: ExportCatalogDeps) => {
  const rules = rulesOfRelease(name, deps);
  if (rules === undefined) throw notFound({ zh: '发布', en: 'release' });
  const onFile = deps.releases.find((one) => one.name === name);
  const on = onFile?.states.at(-1)?.on;
  const lastModified = on === undefined ? deps.now().toISOString() : `${on}T00:00:00+08:00`;
  const { digest } = onFile ?? deps.live.release;
  return catalogOf({ name, digest }, rules, lastModified, deps);
};

import { notFound } from '../../events/problem.ts';
import type { Release } from '../../events/submission.ts';
import type { ReleaseOnFile } from '../../rules/engine/release.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';
import { type CatalogDeps, catalogOf } from '../../rules/oscal/catalog.ts';

export type ExportCatalogDeps = CatalogDeps & {
  readonly releases: readonly ReleaseOnFile[];
  /** Every released version of every rule, whether it judges now or not. */
  readonly rules: readonly Rule[];
  /** What judges now, which may be a draft that is no release on file. */
  readonly live: { readonly release: Release; readonly rules: readonly Rule[] };
  readonly now: () => Date;
};

/** The rules of a release as an OSCAL catalog, dated by when it came to its state; throws Problem NOT_FOUND. */
export const exportCatalog = (name: string, { releases, rules, live, now, ...deps }: ExportCatalogDeps) => {
  const onFile = releases.find((one) => one.name === name);
  if (onFile !== undefined) {
    const listed = new Set(onFile.rules.map(({ id, version }) => `${id} ${version}`));
    const own = rules.filter((rule) => listed.has(`${rule.id} ${versionOf(rule)}`));
    const on = onFile.states.at(-1)?.on;
    const lastModified = on === undefined ? now().toISOString() : `${on}T00:00:00+08:00`;
    return catalogOf({ name, digest: onFile.digest }, own, lastModified, deps);
  }
  if (name !== live.release.name) throw notFound({ zh: '发布', en: 'release' });
  return catalogOf(live.release, live.rules, now().toISOString(), deps);
};

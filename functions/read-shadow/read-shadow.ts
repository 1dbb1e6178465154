import { notFound } from '../../events/problem.ts';
import type { ReleaseOnFile } from '../../rules/engine/release.ts';

type ChangeCount = { readonly appears: number; readonly disappears: number; readonly changes: number };
type Counts = {
  readonly submissions: number;
  readonly records: number;
  readonly rules: Readonly<Record<string, ChangeCount>>;
};

export type ShadowDeps = {
  readonly releases: readonly ReleaseOnFile[];
  readonly counts: (release: string) => Promise<Counts>;
};

/** What a release said in shadow otherwise than the published one, of all that was audited meanwhile, and how it stands now. */
export type ShadowReport = Counts & { readonly release: string; readonly state: string };

/** Throws Problem NOT_FOUND where there is no such release, or it was never in shadow. */
export const readShadow = async (name: string, { releases, counts }: ShadowDeps): Promise<ShadowReport> => {
  const states = releases.find((one) => one.name === name)?.states ?? [];
  if (!states.some(({ state }) => state === 'shadow')) {
    throw notFound({ zh: '处于影子状态的发布', en: 'release in shadow' });
  }
  return { release: name, state: states.at(-1)!.state, ...(await counts(name)) };
};

import type { Release } from '../../events/submission.ts';
import type { Rule } from '../engine/rule.ts';
import type { RuleWords } from '../workbench/rule-words.ts';
import { controlOf } from './control.ts';
import { type Digest, oscalVersion, propsOf, uuidOf } from './document.ts';

export type CatalogDeps = { readonly words: (rule: Rule) => RuleWords; readonly digest: Digest };

const inOrder = new Intl.Collator('en', { numeric: true });

/** `atfl.10.card-count-limit` stands under `atfl.10`. */
const groupKeyOf = ({ id }: Rule): string => id.split('.').slice(0, 2).join('.');

const newestFirst = (a: Rule, b: Rule): number =>
  inOrder.compare(b.effective.from, a.effective.from) || b.revision - a.revision;

/** The law's name and the article; the name alone where no source of the rules has the article that their ids name. */
const groupTitle = (key: string, rules: readonly Rule[]): string => {
  const article = key.split('.')[1];
  const sources = rules.flatMap(({ sources }) => sources);
  const named = sources.find((source) => source.article === article);
  return named === undefined ? sources[0]!.instrument : `${named.instrument} 第${article}条`;
};

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] =>
  [...Map.groupBy(all, keyOf)].sort(([a], [b]) => inOrder.compare(a, b));

/**
 * The rules of a release as an OSCAL catalog: a group to an article of a law, a control to a rule with all its versions.
 * Its UUID is of what it says, as OSCAL wants a changed document to have another.
 * `lastModified` is when the release came to stand as it does: an RFC 3339 instant with its offset.
 */
export const catalogOf = (
  release: Release,
  rules: readonly Rule[],
  lastModified: string,
  { words, digest }: CatalogDeps,
) => {
  const instrument = (name: string): string => uuidOf(digest, `instrument ${name}`);
  const groups = grouped(rules, groupKeyOf).map(([key, ofArticle]) => ({
    id: key,
    class: 'article',
    title: groupTitle(key, ofArticle.toSorted(newestFirst)),
    controls: grouped(ofArticle, ({ id }) => id).map(([, versions]) =>
      controlOf(versions.toSorted(newestFirst), { words, instrument }),
    ),
  }));
  const instruments = new Set(rules.flatMap(({ sources }) => sources.map((source) => source.instrument)));
  const resources = [...instruments].sort(inOrder.compare).map((name) => ({
    uuid: instrument(name),
    title: name,
    citation: { text: name },
  }));
  return {
    catalog: {
      uuid: uuidOf(digest, `catalog ${release.name} ${JSON.stringify([groups, resources])}`),
      metadata: {
        title: '反电信网络诈骗法合规规则 / Rules of the Anti-Telecom and Online Fraud Law',
        'last-modified': lastModified,
        version: release.name,
        'oscal-version': oscalVersion,
        props: propsOf({ 'release-digest': release.digest }),
      },
      ...(groups.length > 0 && { groups }),
      ...(resources.length > 0 && { 'back-matter': { resources } }),
    },
  };
};

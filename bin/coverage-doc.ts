import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Text } from '../events/fault.ts';
import { Sector } from '../events/registry.ts';
import { type Rule, versionOf } from '../rules/engine/rule.ts';
import { unknownName } from '../rules/engine/unknown-name.ts';
import type { Generated } from './rules-build.ts';
import type { FileFault, RuleFile } from './rules-files.ts';

/** `rules/coverage/articles.json`: every article of the law, and to whom it speaks. */
const Article = z.strictObject({
  article: z.string(),
  title: Text,
  addressee: z.enum(['enterprise', 'authority', 'court', 'penalty', 'nobody']),
});
type Article = z.infer<typeof Article>;

/** `rules/coverage/obligations.json`: every duty of enterprises that we know of, and the articles it rests on. */
const Obligation = z.strictObject({
  id: z.string(),
  articles: z.array(z.string()).min(1),
  sectors: z.array(Sector).min(1),
  title: Text,
});
type Obligation = z.infer<typeof Obligation>;

const whyNone: Readonly<Record<Exclude<Article['addressee'], 'enterprise'>, Text>> = {
  authority: {
    zh: '对主管机关的规定，企业无可自查事项',
    en: 'It speaks to authorities: nothing for an enterprise to check',
  },
  court: { zh: '由法院或复议机关适用', en: 'Courts and reviewing authorities apply it' },
  penalty: { zh: '罚则，见 rules/penalties', en: 'A penalty article: see rules/penalties' },
  nobody: { zh: '总则性规定，不含可判定的义务', en: 'A general provision with no duty to judge' },
};

const read = <T>(root: string, name: string, of: z.ZodType<T>): readonly T[] =>
  of.array().parse(JSON.parse(readFileSync(join(root, 'rules/coverage', name), 'utf8')));

type Known = { readonly articles: readonly Article[]; readonly obligations: readonly Obligation[] };
const known = (root: string): Known => ({
  articles: read(root, 'articles.json', Article),
  obligations: read(root, 'obligations.json', Obligation),
});

/** The newest version of each rule, in catalogue order. */
const newest = (files: readonly RuleFile[]): readonly Rule[] =>
  [
    ...Map.groupBy(
      files.map(({ rule }) => rule),
      ({ id }) => id,
    ).values(),
  ].map((versions) => versions.at(-1)!);

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const ruleLines = (rule: Rule, files: readonly RuleFile[]): readonly string[] => {
  const versions = files.flatMap(({ rule: one }) => (one.id === rule.id ? [versionOf(one)] : []));
  const per = rule.per === undefined ? '' : `，per ${rule.per}`;
  return [
    `- \`${rule.id}\` (${rule.severity}; \`${rule.recordKind}\`${per}; ${versions.join(', ')}) ${rule.title.zh} · ${rule.title.en}`,
    ...rule.notEncoded.map((line) => `  - notEncoded: ${line}`),
  ];
};

/** docs/coverage.md: article by article what is encoded, what is not, and why. */
const coverageDoc = ({ articles, obligations }: Known, files: readonly RuleFile[]): string => {
  const rules = newest(files);
  const encoded = obligations.filter(({ id }) => rules.some(({ obligation }) => obligation === id));
  const missing = obligations.filter((one) => !encoded.includes(one));
  const sections = articles.map(({ article, title, addressee }) => {
    const head = `## 第${article}条 ${title.zh} · Article ${article}: ${title.en}\n`;
    const own = obligations.filter((one) => one.articles.includes(article));
    if (own.length === 0) {
      const why = addressee === 'enterprise' ? { zh: '尚无编码的义务', en: 'No duty encoded' } : whyNone[addressee];
      return `${head}\n${why.zh}。${why.en}.\n`;
    }
    const parts = own.map(({ id, articles: [first], sectors, title: { zh, en } }) => {
      const told = `### ${zh} · ${en}\n\n\`${id}\`（${sectors.join('、')}）`;
      if (first !== article) return `${told}：见第${first}条 · see article ${first}\n`;
      const of = rules.filter(({ obligation }) => obligation === id);
      const lines = of.length === 0 ? ['- **未编码 · not encoded**'] : of.flatMap((rule) => ruleLines(rule, files));
      return `${told}\n\n${lines.join('\n')}\n`;
    });
    return `${head}\n${parts.join('\n')}`;
  });
  return [
    '# 条文覆盖 · Coverage of the law\n',
    '由 `npm run rules -- build` 生成，勿改。Written by `npm run rules -- build`; not to be edited.\n',
    `反电信网络诈骗法 ${articles.length} 条；企业义务 ${obligations.length} 项，已编码 ${encoded.length} 项，共 ${rules.length} 条规则、${files.length} 个版次。` +
      `The law has ${articles.length} articles; of ${obligations.length} duties of enterprises ${encoded.length} are encoded, as ${rules.length} rules in ${files.length} versions.\n`,
    ...(missing.length === 0 ? [] : [`未编码 Not encoded: ${missing.map(({ id }) => `\`${id}\``).join(', ')}\n`]),
    ...sections,
  ].join('\n');
};

const marks = { begin: '<!-- articles -->', end: '<!-- /articles -->' };

/** The table of a README: each article that speaks to enterprises, its duties and how many rules they have. */
const articlesTable = ({ articles, obligations }: Known, files: readonly RuleFile[], language: 'zh' | 'en'): string => {
  const rules = newest(files);
  const head =
    language === 'zh'
      ? ['| 条 | 内容 | 规则 |', '| --- | --- | --- |']
      : ['| article | what it is about | rules |', '| --- | --- | --- |'];
  const rows = articles.flatMap(({ article, title }) => {
    const own = obligations.filter((one) => one.articles[0] === article).map(({ id }) => id);
    const count = rules.filter(({ obligation }) => own.includes(obligation)).length;
    return count === 0 ? [] : [`| ${article} | ${cell(title[language])} | ${count} |`];
  });
  return [marks.begin, ...head, ...rows, marks.end].join('\n');
};

/** docs/coverage.md, and the READMEs with the table between their marks. */
export const coverageFiles = (root: string, files: readonly RuleFile[]): readonly Generated[] => {
  const all = known(root);
  const readmes = (
    [
      ['README.md', 'en'],
      ['README.zh.md', 'zh'],
    ] as const
  ).flatMap(([file, language]) => {
    const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
    const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
    if (begin < 0 || end < begin) return [];
    const table = articlesTable(all, files, language);
    return [{ file, text: `${text.slice(0, begin)}${table}${text.slice(end + marks.end.length)}` }];
  });
  return [{ file: 'docs/coverage.md', text: coverageDoc(all, files) }, ...readmes];
};

/** Rules that name a duty that is not on the list. */
export const obligationFaults = (root: string, files: readonly RuleFile[]): readonly FileFault[] => {
  const ids = known(root).obligations.map(({ id }) => id);
  return files.flatMap(({ file, rule: { obligation } }) =>
    ids.includes(obligation)
      ? []
      : [{ file, pointer: '/obligation', ...unknownName('obligation', '义务', obligation, ids) }],
  );
};

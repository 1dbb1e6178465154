import type { Rule } from '../engine/rule.ts';
import { type Problem, problemAt } from './problem.ts';

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const isEnglish = (text: string): boolean => /\p{Script=Latin}/u.test(text);

const untranslated = (rule: Rule): readonly Problem[] =>
  (['title', 'remedy'] as const).flatMap((key) =>
    (['zh', 'en'] as const).flatMap((language) => {
      const text = rule[key][language];
      if (language === 'zh' ? isChinese(text) : isEnglish(text)) return [];
      return [
        problemAt(
          rule,
          'TRANSLATION_MISSING',
          `/${key}/${language}`,
          text,
          language === 'zh'
            ? ['没有中文文本。', 'There is no Chinese text.']
            : ['没有英文文本。', 'There is no English text.'],
          ['补写该语言的文本。', 'Write it in that language.'],
        ),
      ];
    }),
  );

/** The first source is what a finding cites, so it names its place; another may be an instrument as a whole. */
const uncited = (rule: Rule): readonly Problem[] => [
  ...rule.sources.flatMap(({ instrument, article, item }, n) =>
    instrument.trim() !== '' && (n > 0 || (article ?? item ?? '').trim() !== '')
      ? []
      : [
          problemAt(
            rule,
            'CITATION_MISSING',
            `/sources/${n}`,
            instrument,
            ['没有写明文件或条款。', 'It names no instrument, or no article or item of it.'],
            ['写明 instrument 和 article 或 item。', 'Give the instrument, and its article or item.'],
          ),
        ],
  ),
  ...Object.entries(rule.parameters).flatMap(([name, { source }]) =>
    source.trim() !== ''
      ? []
      : [
          problemAt(
            rule,
            'CITATION_MISSING',
            `/parameters/${name}/source`,
            source,
            ['没有说明数值的来源。', 'It does not say where the figure is from.'],
            ['写明来源；自定的默认值写明理由。', 'Name the source; of a default of ours, the reason.'],
          ),
        ],
  ),
];

/** Texts that are missing in one language, and what is not cited. */
export const lintWords = (rule: Rule): readonly Problem[] => [...untranslated(rule), ...uncited(rule)];

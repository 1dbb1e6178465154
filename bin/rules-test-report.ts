import { aligned } from './display-width.ts';
import { type Case, junitXml } from './junit.ts';
import type { Tried } from './rules-test.ts';
import { sarifLog, uriOf } from './sarif.ts';

export const testFormats = ['text', 'table', 'json', 'junit', 'sarif'] as const;
export type TestFormat = (typeof testFormats)[number];

const isWrong = ({ wrong }: Tried): boolean => wrong !== undefined;
const totalOf = (tried: readonly Tried[]): string =>
  `${tried.length} fixtures, ${tried.filter(isWrong).length} wrong\n`;

const wrongLines = (tried: readonly Tried[]): string =>
  tried
    .filter(isWrong)
    .map(({ rule, name, wrong }) => `${rule}  ${name}\n  ${wrong}\n`)
    .join('');

const ofRules = (tried: readonly Tried[]) => [...Map.groupBy(tried, ({ rule }) => rule)];

const table = (tried: readonly Tried[]): string => {
  const rows = ofRules(tried).map(([rule, own]) => [rule, String(own.length), String(own.filter(isWrong).length)]);
  const lines = aligned([['rule', 'fixtures', 'wrong'], ...rows], 64);
  return `${lines.join('\n')}\n\n${wrongLines(tried)}${totalOf(tried)}`;
};

const junit = (tried: readonly Tried[]): string =>
  junitXml(
    ofRules(tried).map(([rule, own]) => ({
      name: rule,
      cases: own.map(
        ({ name, wrong }): Case => ({
          classname: rule,
          name,
          outcome: wrong === undefined ? 'passed' : { tag: 'failure', message: wrong, text: wrong },
        }),
      ),
    })),
  );

const sarif = (tried: readonly Tried[]): string =>
  sarifLog({
    driver: {
      name: 'fanzha-rules',
      version: 'files',
      rules: ofRules(tried).map(([id]) => ({ id, shortDescription: { text: `fixtures of ${id}` } })),
    },
    files: [...new Set(tried.map(({ file }) => file))],
    results: tried.filter(isWrong).map(({ rule, file, at, name, wrong }) => ({
      ruleId: rule,
      level: 'error',
      message: { text: `${name}: ${wrong}` },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: uriOf(file) } },
          logicalLocations: [{ name: `fixture ${at + 1}` }],
        },
      ],
    })),
  });

const json = (tried: readonly Tried[]): string =>
  `${JSON.stringify({ fixtures: tried.length, wrong: tried.filter(isWrong) }, null, 2)}\n`;

/** What came out of the fixtures, in a form. */
export const testReport: Readonly<Record<TestFormat, (tried: readonly Tried[]) => string>> = {
  text: (tried) => `${wrongLines(tried)}${totalOf(tried)}`,
  table,
  json,
  junit,
  sarif,
};

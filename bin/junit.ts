/** Characters that XML 1.0 cannot carry even escaped, and the controls it discourages. */
const unspeakable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For text and attributes alike. */
const escaped = (text: string): string =>
  text.replace(unspeakable, '\ufffd').replace(/[&<>"\t\n\r]/g, (char) => entities[char]!);

const attributes = (of: Readonly<Record<string, string | number>>): string =>
  Object.entries(of)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

export type Failed = { readonly tag: 'failure' | 'error' | 'skipped'; readonly message: string; readonly text: string };
/** One thing that was looked at. */
export type Case = { readonly name: string; readonly classname: string; readonly outcome: 'passed' | Failed };
export type Suite = { readonly name: string; readonly cases: readonly Case[] };

const caseOf = ({ name, classname, outcome }: Case): string => {
  const open = `    <testcase${attributes({ classname, name })}`;
  if (outcome === 'passed') return `${open}/>`;
  const { tag, message, text } = outcome;
  return `${open}>\n      <${tag}${attributes({ message })}>${escaped(text)}</${tag}>\n    </testcase>`;
};

const tally = (cases: readonly Case[]) => {
  const of = (tag: string) => cases.filter(({ outcome }) => outcome !== 'passed' && outcome.tag === tag).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
};

/** The suites as JUnit XML. */
export const junitXml = (suites: readonly Suite[]): string => {
  const written = suites.map(
    ({ name, cases }) =>
      `  <testsuite${attributes({ name, ...tally(cases) })}>\n${cases.map(caseOf).join('\n')}\n  </testsuite>`,
  );
  const all = tally(suites.flatMap(({ cases }) => cases));
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return `${head}\n<testsuites${attributes({ name: 'fanzha-audit', ...all })}>\n${written.join('\n')}\n</testsuites>\n`;
};

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { examples } from '../../events/records/examples.generated.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { choicesOf, exampleRow, headingRows } from '../../functions/files/template-cells.ts';
import { dataSheet, guideSheet, listsSheet, templateSheet } from '../../functions/files/template-marks.ts';
import { templateVersion } from '../../functions/files/template-version.ts';
import { readTemplate } from '../../functions/read-template/read-template.ts';
import { run } from '../cloud/processes.ts';
import { environment } from '../cloud/python.ts';
import { annotatedByLibreOffice, annotatedByOpenpyxl } from './annotated.ts';
import { libreOffice } from './libre-office.ts';

// Has two programs that are not ours open every template, and the copies of a workbook that go back: openpyxl, and
// LibreOffice where there is one or where it may be installed. `npm run verify:files`; with `-- --require-libreoffice` it
// fails where LibreOffice could not be asked, and with `-- --no-install` it asks LibreOffice only where it is already.

const kept = join(import.meta.dirname, '../../node_modules/.cache/verify-files');
const directory = mkdtempSync(join(tmpdir(), 'fanzha-files-'));
const templates = join(directory, 'templates');
const log = join(directory, 'openpyxl.log');
const [required, asItIs] = ['--require-libreoffice', '--no-install'].map((one) => process.argv.includes(one));

/** What each template must have, as another reader sees it. */
const wanted = Object.values(kinds).map((contract) => {
  const fields = Object.values(contract.fields);
  const isText = fields.map(({ type }) => type !== 'integer' && type !== 'number');
  const version = templateVersion(contract);
  return {
    kind: contract.kind,
    sheets: { [guideSheet]: 'visible', [dataSheet]: 'visible', [listsSheet]: 'hidden', [templateSheet]: 'veryHidden' },
    headings: headingRows(contract),
    example: exampleRow(contract, examples[contract.kind]!),
    choices: fields.map(choicesOf),
    text: isText,
    blank: isText,
    frozen: 'B3',
    version,
    told: version,
    formulas: 0,
  };
});

const writeAll = async (): Promise<void> => {
  mkdirSync(templates);
  for (const one of wanted) {
    const { bytes } = await readTemplate(`${one.kind}.xlsx`, { kinds, examples });
    writeFileSync(join(templates, `${one.kind}.xlsx`), bytes);
    writeFileSync(join(templates, `${one.kind}.json`), JSON.stringify(one));
  }
};

/** What openpyxl says of them; throws with it where anything is wrong. */
const openpyxl = async (python: string): Promise<string> => {
  rmSync(log, { force: true });
  const args = [join(import.meta.dirname, 'read_templates.py'), templates];
  await run({ command: python, args, log, env: { PYTHONIOENCODING: 'utf-8' } }, 120).catch((error: Error) => {
    throw new Error(`${readFileSync(log, 'utf8')}${error.message}`);
  });
  return readFileSync(log, 'utf8');
};

/** A template that is not what it should be has to be noticed: one says that it has another heading, choice or format. */
const noticed = async (python: string): Promise<string> => {
  const one = wanted[0]!;
  const file = join(templates, `${one.kind}.json`);
  const wrongs: readonly (readonly [string, object])[] = [
    ['headings', { headings: one.headings.toReversed() }],
    ['choices', { choices: one.choices.map((choices) => choices.slice(1)) }],
    ['text', { text: one.text.map((is) => !is) }],
    ['version', { version: 'phone-card-00000000' }],
  ];
  for (const [what, over] of wrongs) {
    writeFileSync(file, JSON.stringify({ ...one, ...over }));
    const said = await openpyxl(python).catch(({ message }: Error) => message);
    if (!said.includes(`${one.kind}.xlsx: ${what} is`)) throw new Error(`another ${what} was not noticed: ${said}`);
  }
  writeFileSync(file, JSON.stringify(one));
  return `openpyxl: ${wrongs.length} wrong expectations noticed\n`;
};

/** Has LibreOffice turn the sheet of every template into CSV, and compares it with what the sheet was written from. */
const converted = (soffice: string): string => {
  const into = join(directory, 'csv');
  // Comma, double quote, UTF-8, every cell as it is shown, the second sheet alone.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
  const profile = `-env:UserInstallation=file://${join(directory, 'profile')}`;
  const files = wanted.map(({ kind }) => join(templates, `${kind}.xlsx`));
  const args = [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', into, ...files];
  const { status, stderr, error } = spawnSync(soffice, args, { encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${error?.message ?? stderr}`);
  const wrong = wanted.filter(({ kind, headings, example }) => {
    const text = readFileSync(join(into, `${kind}-${dataSheet}.csv`), 'utf8');
    const rows: unknown = parse(text, { bom: true, relax_column_count: true });
    const shown = [...headings, example].map((row) => row.map((cell) => String(cell ?? '')));
    return JSON.stringify(rows) !== JSON.stringify(shown);
  });
  if (wrong.length > 0) throw new Error(`LibreOffice reads otherwise: ${wrong.map(({ kind }) => kind).join(', ')}`);
  return `LibreOffice: ${files.length} templates converted, each cell as it was written\n`;
};

const verify = async (): Promise<void> => {
  await writeAll();
  const python = join(await environment(kept, join(import.meta.dirname, 'requirements.txt')), 'python');
  process.stdout.write(await openpyxl(python));
  process.stdout.write(await noticed(python));
  process.stdout.write(await annotatedByOpenpyxl(python, directory));
  const soffice = libreOffice({ mayInstall: !asItIs });
  if (soffice !== undefined) {
    process.stdout.write(converted(soffice));
    process.stdout.write(annotatedByLibreOffice(soffice, directory));
  } else {
    process.stdout.write('LibreOffice 不在本机，该部分未运行。LibreOffice is not here: its part was NOT run.\n');
    if (required) throw new Error('LibreOffice was required');
  }
};

verify().then(
  () => rmSync(directory, { recursive: true, force: true }),
  (error: Error) => {
    process.stdout.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);

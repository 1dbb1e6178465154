import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cloud/processes.ts';
import { environment } from '../cloud/python.ts';
import { aCard, cards } from '../records.ts';
import { aService, officer, operator, staffOf } from '../service.ts';

// Has a tool that is not ours, compliance-trestle, read what the service gives out as OSCAL, and sees that it refuses what
// it should: `npm run verify:oscal`.

const kept = join(import.meta.dirname, '../../node_modules/.cache/verify-oscal');
const directory = mkdtempSync(join(tmpdir(), 'fanzha-oscal-'));
const log = join(directory, 'trestle.log');

type Document = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The live release and an audit by it, from a service over a directory of its own. */
const documents = async (): Promise<readonly [catalog: Document, results: Document]> => {
  const service = await aService();
  const { uscc, branches } = operator[0]!;
  const branchId = branches[0]!.id;
  const { body: audit } = await service.as(staffOf(uscc, branchId)).post('/v1/submissions', {
    recordKind: 'phone-card',
    branchId,
    period: { from: '2023-01-01', to: '2023-12-31' },
    records: [...cards(6), aCard({ onSitePhoto: undefined })],
  });
  const answers = [
    await service.as(officer()).get(`/v1/releases/${audit.release.name}/oscal`),
    await service.as(officer()).get(`/v1/submissions/${audit.id}/oscal`),
  ] as const;
  await service.end();
  const found = answers.map(({ status }) => status).join();
  if (found !== '200,200') throw new Error(`the service answered ${found}`);
  return [answers[0].body, answers[1].body];
};

/** Each document without one thing that it has to have, or with one that the other knows nothing of. */
const broken = (
  catalog: Document,
  results: Document,
): readonly (readonly [what: string, why: RegExp, Document, Document])[] => {
  const { uuid: _, ...unnamedCatalog } = catalog.catalog!;
  const { uuid: __, ...unnamedResults } = results['assessment-results']!;
  const [group, ...groups] = catalog.catalog!.groups as readonly { readonly controls: readonly object[] }[];
  const renamed = { ...group, controls: group!.controls.map((one) => ({ ...one, severity: 'major' })) };
  const elsewhere = JSON.parse(JSON.stringify(results).replaceAll('atfl.10.card-count-limit', 'atfl.10.unheard-of'));
  return [
    ['a catalog without its UUID', /uuid/, { catalog: unnamedCatalog }, results],
    [
      'a control with a word that OSCAL has not',
      /severity/,
      { catalog: { ...catalog.catalog, groups: [renamed, ...groups] } },
      results,
    ],
    ['results without their UUID', /uuid/, catalog, { 'assessment-results': unnamedResults }],
    ['results about a control that the catalog has not', /not to be found: .*unheard-of/, catalog, elsewhere],
  ];
};

const verify = async (): Promise<void> => {
  const bin = await environment(kept, join(import.meta.dirname, 'requirements.txt'));
  const [catalog, results] = await documents();
  const read = async (...both: readonly [Document, Document]): Promise<void> => {
    const files = both.map((document, n) => {
      const file = join(directory, `${n}.json`);
      writeFileSync(file, JSON.stringify(document));
      return file;
    });
    rmSync(log, { force: true });
    const args = [join(import.meta.dirname, 'read_oscal.py'), ...files];
    await run({ command: join(bin, 'python'), args, log }, 60);
  };
  await read(catalog, results);
  process.stdout.write(readFileSync(log, 'utf8'));
  for (const [what, why, ...both] of broken(catalog, results)) {
    const isRead = await read(...both).then(
      () => true,
      () => false,
    );
    const said = readFileSync(log, 'utf8');
    if (!isRead && !why.test(said)) throw new Error(`${what} was refused, but for another reason: ${said}`);
    if (isRead) throw new Error(`${what} was read as if nothing were wrong`);
    process.stdout.write(`refused: ${what}\n`);
  }
};

verify().then(
  () => rmSync(directory, { recursive: true, force: true }),
  (error: Error) => {
    process.stdout.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);

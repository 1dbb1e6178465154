import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCard, cards } from '../records.ts';
import { aService, officer, operator, type Service, staffOf } from '../service.ts';
import { catalogFaults, resultsFaults } from './valid.ts';

const { uscc, branches } = operator[0]!;
const branchId = branches[0]!.id;
const submission = { recordKind: 'phone-card', branchId, period: { from: '2023-01-01', to: '2023-12-31' } };

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service.end());

const submit = async (records: readonly unknown[]) => {
  const { status, body } = await service
    .as(staffOf(uscc, branchId))
    .post('/v1/submissions', { ...submission, records });
  expect(status).toBe(201);
  return body;
};

it('a release is a catalog by the published schema, with every one of its rules as a control', async () => {
  const { body: releases } = await service.as(officer()).get('/v1/releases');
  for (const { name, rules } of releases.items) {
    const { status, body } = await service.as(officer()).get(`/v1/releases/${name}/oscal`);
    expect(status).toBe(200);
    expect(catalogFaults(body)).toEqual([]);
    const controls = body.catalog.groups.flatMap((group: { controls: { id: string }[] }) => group.controls);
    const ids = new Set(rules.map(({ id }: { id: string }) => id));
    expect(controls.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
  }
});

it('the schema refuses a catalog without its UUID, and one with a word that it does not know', async () => {
  const { body } = await service.as(officer()).get('/v1/releases/2026.11/oscal');
  const { uuid: _, ...rest } = body.catalog;
  expect(catalogFaults({ catalog: rest })).toEqual(["/catalog must have required property 'uuid'"]);
  expect(catalogFaults({ catalog: { ...body.catalog, severity: 'major' } })).not.toEqual([]);
});

it('there is no catalog of a release that is not on file', async () => {
  const { status } = await service.as(officer()).get('/v1/releases/2019.1/oscal');
  expect(status).toBe(404);
});

it('an audit is assessment results by the published schema: what was found, of whom, and what could not be told', async () => {
  const audit = await submit([...cards(6), aCard({ onSitePhoto: undefined, nameMatches: undefined })]);
  const { status, body } = await service.as(officer()).get(`/v1/submissions/${audit.id}/oscal`);
  expect(status).toBe(200);
  expect(resultsFaults(body)).toEqual([]);

  const [result] = body['assessment-results'].results;
  const stateOf = (rule: string) =>
    result.findings.find((one: { target: object }) => Object.values(one.target).includes(`${rule}_smt`))?.target.status
      .state;
  const verdictsOf = (rule: string) =>
    new Set(
      audit.findings
        .filter((one: { rule: string }) => one.rule === rule)
        .map((one: { verdict: string }) => one.verdict),
    );
  const rules: readonly string[] = result['reviewed-controls']['control-selections'][0]['include-controls'].map(
    (one: Record<string, string>) => one['control-id'],
  );
  expect(rules).toEqual([...new Set(audit.findings.map((one: { rule: string }) => one.rule))].sort());
  for (const rule of rules) {
    const verdicts = verdictsOf(rule);
    const clean = !verdicts.has('undetermined') && verdicts.has('compliant') ? 'satisfied' : undefined;
    expect([rule, stateOf(rule)]).toEqual([rule, verdicts.has('violation') ? 'not-satisfied' : clean]);
  }
  expect(stateOf('atfl.10.card-count-limit')).toBe('not-satisfied');

  const subjects = result.observations.flatMap((one: { subjects: { title: string }[] }) => one.subjects);
  const observed = audit.findings.filter(({ verdict }: { verdict: string }) => /violation|undetermined/.test(verdict));
  expect(observed.some(({ verdict }: { verdict: string }) => verdict === 'undetermined')).toBe(true);
  expect(subjects.map(({ title }: { title: string }) => title).sort()).toEqual(
    observed.map(({ recordId }: { recordId: string }) => recordId).sort(),
  );
});

it('the same audit is the same document, UUIDs and all; results without theirs are refused', async () => {
  const { id } = await submit(cards(2));
  const read = async () => (await service.as(officer()).get(`/v1/submissions/${id}/oscal`)).body;
  const document = await read();
  expect(await read()).toEqual(document);
  const { uuid: _, ...rest } = document['assessment-results'];
  expect(resultsFaults({ 'assessment-results': rest })).toEqual([
    "/assessment-results must have required property 'uuid'",
  ]);
});

it('a nil report is assessment results too', async () => {
  const nil = { ...submission, period: { from: '2024-01-01', to: '2024-12-31' }, nil: true, records: [] };
  const { body: audit } = await service.as(staffOf(uscc, branchId)).post('/v1/submissions', nil);
  const { status, body } = await service.as(officer()).get(`/v1/submissions/${audit.id}/oscal`);
  expect(status).toBe(200);
  expect(resultsFaults(body)).toEqual([]);
});

import { expect, it } from 'vitest';
import { type Grants, routes, steps, workers } from '../../../infra/cloud/routes.ts';
import { synthesised } from './synthesis.ts';

const served = [...routes, ...workers, ...steps];
const runs = [...new Set(served.map(({ run }) => run))];
const idOf = (run: string): string => run.replaceAll('-', '');

it('a function is told the names of what it may use, and of nothing else', () => {
  const namesOf = (run: string): readonly string[] => {
    const has = (what: keyof Grants) => served.some((one) => one.run === run && one.may[what]);
    const isAsked = routes.some((route) => route.run === run && route.who !== 'public');
    return [
      ...(has('table') ? ['TABLE'] : []),
      ...(has('records') ? ['RECORDS_BUCKET'] : []),
      ...(has('uploads') ? ['UPLOADS_BUCKET'] : []),
      ...(has('records') || has('uploads') ? ['S3_ENDPOINT'] : []),
      ...(has('sealed') ? ['SEALED_BUCKET', 'SEAL_KEY_ARN'] : []),
      ...(has('identity') ? ['IDENTITY_SECRET_ARN'] : []),
      ...(has('bus') ? ['BUS_NAME'] : []),
      ...(has('topic') ? ['TOPIC_ARN'] : []),
      ...(isAsked ? ['IAM_PRINCIPALS'] : []),
    ].sort();
  };
  const functions = synthesised('cn-north-1').ofType('AWS::Lambda::Function');
  const told = functions.map(({ id, properties }) => [id, Object.keys(properties.Environment?.Variables ?? {}).sort()]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(runs.map((run) => [idOf(run), namesOf(run)])));
});

it('objects are asked for at the host that the region’s partition has', () => {
  const hosts = synthesised('cn-north-1')
    .ofType('AWS::Lambda::Function')
    .flatMap(({ properties }) => properties.Environment?.Variables?.S3_ENDPOINT ?? []);
  expect([...new Set(hosts)]).toEqual(['https://s3.cn-north-1.AWS::URLSuffix']);
});

it('another limit of a file’s bytes is told to those who hold files against it, and one that no PUT takes is refused', () => {
  const told = synthesised('cn-north-1', { uploadBytes: '1000' })
    .ofType('AWS::Lambda::Function')
    .flatMap(({ id, properties }) => {
      const limit = properties.Environment?.Variables?.UPLOAD_LIMIT_BYTES;
      return limit === undefined ? [] : [[id, limit]];
    });
  expect(Object.fromEntries(told)).toEqual({ createupload: '1000', prepareupload: '1000' });
  expect(() => synthesised('cn-north-1', { uploadBytes: '6000000000' })).toThrow('at most 5 GiB');
});

it('another number of days is told to those who make copies and remove them, and to the bucket; none beyond a month', () => {
  const synthesis = synthesised('cn-north-1', { copyDays: '3' });
  const told = synthesis.ofType('AWS::Lambda::Function').flatMap(({ id, properties }) => {
    const days = properties.Environment?.Variables?.UPLOAD_COPY_DAYS;
    return days === undefined ? [] : [[id, days]];
  });
  expect(Object.fromEntries(told)).toEqual({ copyupload: '3', watchuploads: '3' });
  const uploads = synthesis.ofType('AWS::S3::Bucket').find(({ id }) => id === 'uploads')!;
  const rules: readonly object[] = uploads.properties.LifecycleConfiguration.Rules;
  expect(rules).toContainEqual(expect.objectContaining({ Prefix: 'copies/', ExpirationInDays: 3 }));
  expect(() => synthesised('cn-north-1', { copyDays: '31' })).toThrow('from 1 to 30');
});

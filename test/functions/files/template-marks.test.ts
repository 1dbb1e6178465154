import { expect, it } from 'vitest';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { exampleId, exampleVersion } from '../../../functions/files/template-marks.ts';
import { templateVersion } from '../../../functions/files/template-version.ts';

it('an example row names the template that it came with', () => {
  for (const contract of Object.values(kinds)) {
    expect(exampleVersion(exampleId(templateVersion(contract)))).toBe(templateVersion(contract));
  }
  expect(exampleVersion(' 示例（请删除）')).toBe('');
});

it('a record whose own id begins with the same word is a record', () => {
  for (const recordId of ['示例-1', '示例1', '示例商户', 'K-示例', ''])
    expect(exampleVersion(recordId)).toBeUndefined();
});

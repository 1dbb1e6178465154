import { examples } from '../../events/records/examples.generated.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { endpoint } from '../edge/endpoint.ts';
import { readTemplate } from './read-template.ts';

export const handler = endpoint(
  async ({ path }) => {
    const file = path.file!;
    const { type, bytes } = await readTemplate(file, { kinds, examples });
    return {
      status: 200,
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${file}"` },
      body: bytes,
    };
  },
  { who: ['enterprise', 'regulator', 'rule-author', 'auditor'] },
);

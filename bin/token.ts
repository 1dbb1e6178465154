import { parseArgs } from 'node:util';
import { Role } from '../events/principal.ts';
import { type Claims, issueToken } from '../infra/local/issuer.ts';
import { accessKeyOf, keysOf } from '../infra/local/keys.ts';

const roles = Role.options.join(' | ');
const usage = `--role ROLE [--sub S] [--authority A] [--sectors "S S"] [--regions "R R"] [--enterprise USCC] [--branches "B B"] [--expires SECONDS] [--data DIR] | --access-key ROLE_ARN [--data DIR]`;

const fail = (zh: string, en: string): never => {
  console.error(`${zh}\n${en}`);
  process.exit(3);
};

const read = () => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: {
        role: text,
        sub: text,
        authority: text,
        sectors: text,
        regions: text,
        enterprise: text,
        branches: text,
        'access-key': text,
        expires: { ...text, default: '43200' },
        data: { ...text, default: '.local' },
      },
    }).values;
  } catch (error) {
    return fail(`参数有误。用法：${usage}`, `${(error as Error).message}\nUsage: ${usage}`);
  }
};

const { role: asked, expires, data, sub, 'access-key': roleArn, ...claims } = read();
const keys = keysOf(data);
if (roleArn !== undefined) {
  const { accessKeyId, secretAccessKey } = accessKeyOf(keys, roleArn);
  console.log(JSON.stringify({ accessKeyId, secretAccessKey }));
  process.exit(0);
}

const role = Role.safeParse(asked);
if (!role.success) fail(`--role 应为 ${roles}。`, `--role must be one of ${roles}.`);
if (!/^-?\d{1,9}$/.test(expires)) fail('--expires 应为秒数。', '--expires must be a number of seconds.');

const { authority, enterprise } = claims;
const nameless = ['local', asked, enterprise ?? authority].filter((part) => part !== undefined).join('-');
const given: Claims = { sub: sub ?? nameless, role: role.data!, ...claims };
console.log(await issueToken(keys.signing, given, Number(expires)));

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Principal, type Role } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import { IAM_PRINCIPALS } from '../env.ts';

type Authorizer = {
  readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> };
  readonly iam?: { readonly userArn?: string };
};

const forbidden = (zh: string, en: string): Problem => new Problem('FORBIDDEN', { zh, en });

const nobody = () =>
  forbidden('令牌或角色没有说明调用者的身份。', 'Neither the token nor the role says who the caller is.');

/** STS names a session; the table of principals names the role behind it. */
const roleArnOf = (userArn: string): string => {
  const session = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\/[^/]+$/.exec(userArn);
  return session ? `arn:${session[1]}:iam::${session[2]}:role/${session[3]}` : userArn;
};

const iamClaims = (userArn: string): unknown => {
  const principals: unknown = JSON.parse(process.env[IAM_PRINCIPALS] || '{}');
  const roleArn = roleArnOf(userArn);
  const known = Object.entries(principals as Record<string, object>).find(([arn]) => arn === roleArn);
  return known && { sub: roleArn, ...known[1] };
};

/**
 * Who calls, from what the gateway's authorizer established and from nowhere else.
 * Throws Problem FORBIDDEN when it says too little, or a role that may not call this route.
 */
export const principalOf = (event: APIGatewayProxyEventV2, who: readonly Role[]): Principal => {
  const { authorizer } = event.requestContext as { readonly authorizer?: Authorizer };
  const claims = authorizer?.iam?.userArn ? iamClaims(authorizer.iam.userArn) : authorizer?.jwt?.claims;
  const principal = Principal.safeParse(claims);
  if (!principal.success) throw nobody();
  if (!who.includes(principal.data.role)) {
    throw forbidden(
      `此接口只供 ${who.join('、')} 角色使用，您的角色是 ${principal.data.role}。`,
      `Only ${who.join(', ')} may call this; your role is ${principal.data.role}.`,
    );
  }
  return principal.data;
};

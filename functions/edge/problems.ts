import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { cutShort, maxAnswered, type Text } from '../../events/fault.ts';
import { Problem, type ProblemDetails } from '../../events/problem.ts';
import { secured } from './headers.ts';

/** The one place where a refusal of ours meets HTTP; a code that is not here is a bug and answers 500. */
export const statusOf: Readonly<Record<string, number>> = {
  MALFORMED_JSON: 400,
  INVALID_REQUEST: 400,
  INVALID_CURSOR: 400,
  UNSUPPORTED_MEDIA_TYPE: 415,
  BODY_TOO_LARGE: 413,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_IN_FLIGHT: 409,
  IDEMPOTENCY_KEY_REUSED: 422,
  INVALID_BODY: 422,
  UNKNOWN_RECORD_KIND: 422,
  TOO_MANY_RECORDS: 422,
  EMPTY_SUBMISSION: 422,
  NO_VALID_RECORDS: 422,
  FILE_TOO_LARGE: 422,
};

const internal = new Problem('INTERNAL', {
  zh: '服务内部错误，已记录；请稍后用同样的请求重试。',
  en: 'The service failed and has noted it; send the same request again later.',
});

const textOf = ({ text, faultsTotal }: Problem): Text => {
  const leftOut = cutShort('错误', 'faults', faultsTotal);
  return leftOut === undefined ? text : { zh: text.zh + leftOut.zh, en: `${text.en} ${leftOut.en}` };
};

const detailsOf = (problem: Problem): ProblemDetails => {
  const { code, faults, faultsTotal } = problem;
  const text = textOf(problem);
  return {
    type: `urn:fanzha-audit:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    status: statusOf[code] ?? 500,
    code,
    title: text.en,
    text,
    faults: faults.slice(0, maxAnswered),
    faultsTotal,
  };
};

/** RFC 9457, whatever was thrown: a Problem says what it is, anything else says nothing but that it happened. */
export const problemAnswer = (error: unknown): APIGatewayProxyStructuredResultV2 => {
  const details = detailsOf(error instanceof Problem && statusOf[error.code] !== undefined ? error : internal);
  return {
    statusCode: details.status,
    headers: secured({ 'content-type': 'application/problem+json' }),
    body: JSON.stringify(details),
  };
};

/** Messages may quote what somebody sent, so the log keeps the error's name and the frames it came through. */
const logged = (error: unknown, event: APIGatewayProxyEventV2): void => {
  const { name, code, stack } = error instanceof Error ? (error as Error & { code?: string }) : {};
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  console.error(
    JSON.stringify({
      level: 'error',
      what: 'unhandled',
      route: event.routeKey,
      requestId: event.requestContext?.requestId,
      name: name ?? typeof error,
      code,
      frames: frames?.slice(0, 12).map((line) => line.trim()),
    }),
  );
};

/** Last to see an error: what is not a refusal of ours is a bug, logged here and answered mutely. */
export const problems = (): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => ({
  onError: ({ error, event }) => {
    const answer = problemAnswer(error);
    if (answer.statusCode === 500) logged(error, event);
    return answer;
  },
});

import http from 'node:http';
import https from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Text } from '../../events/fault.ts';
import type { Notice } from '../../events/notice.ts';
import { type Address, checkedAddress } from './address.ts';
import type { Sent } from './deliver-webhooks.ts';

const timeoutMs = 10_000;

const notTaken = (zh: string, en: string): Sent => ({ taken: false, because: { zh, en } });
const tooLate = (): Sent => notTaken('对方 10 秒内没有答复。', 'No answer within 10 seconds.');

/** The status answered; nothing else of the answer is read. Rejects where there is none. */
const statusOf = (
  url: URL,
  { address, family }: Address,
  headers: http.OutgoingHttpHeaders,
  body: string,
  signal: AbortSignal,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const options: https.RequestOptions = {
      method: 'POST',
      headers,
      signal,
      agent: false,
      // The address that was checked, whatever the name leads to by now.
      lookup: (_host, { all }, found) =>
        all
          ? found(null, [{ address, family }])
          : (found as (e: null, a: string, f: number) => void)(null, address, family),
    };
    const sending = request(url, options, (answer) => {
      resolve(answer.statusCode!);
      answer.destroy();
    });
    sending.on('error', reject);
    sending.end(body);
  });

const reasonOf = (error: NodeJS.ErrnoException): Text => {
  const code = error.code ?? error.name;
  return { zh: `连接失败（${code}）。`, en: `The connection failed (${code}).` };
};

const send = async (url: string, secret: string, notice: Notice, allowLoopback: boolean, signal: AbortSignal) => {
  const checked = await checkedAddress(url, allowLoopback);
  if ('refused' in checked) return { taken: false, because: checked.refused.cause } as const;
  const body = JSON.stringify(notice);
  const at = new Date();
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'fanzha-audit',
    'webhook-id': notice.id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(notice.id, at, body),
  };
  try {
    const status = await statusOf(checked.url, checked.address, headers, body, signal);
    if (status >= 200 && status < 300) return { taken: true } as const;
    return notTaken(`对方答复 HTTP ${status}。`, `It answered HTTP ${status}.`);
  } catch (error) {
    return signal.aborted ? tooLate() : ({ taken: false, because: reasonOf(error as Error) } as const);
  }
};

/**
 * Sends one notice, signed as Standard Webhooks say; `webhook-id` is the notice's own id, the same each time. Anything
 * but a 2xx within ten seconds is a failure; a redirection is not followed. Never throws.
 */
export const postNotice = async (
  url: string,
  secret: string,
  notice: Notice,
  allowLoopback: boolean,
): Promise<Sent> => {
  const ended = new AbortController();
  // Resolving a name cannot be aborted: the clock runs beside it.
  const late = setTimeout(timeoutMs, undefined, { signal: ended.signal }).then(tooLate);
  const sending = send(url, secret, notice, allowLoopback, AbortSignal.timeout(timeoutMs));
  const sent = await Promise.race([sending, late.catch(tooLate)]);
  ended.abort();
  return sent;
};

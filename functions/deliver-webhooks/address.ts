import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Fault, Text } from '../../events/fault.ts';

export type Address = { readonly address: string; readonly family: 4 | 6 };
export type Checked =
  | { readonly url: URL; readonly address: Address }
  | { readonly refused: Pick<Fault, 'code' | 'cause' | 'fix'> };

const blocked = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // shared space, where 100.100.100.200 answers for the machine's credentials
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // a cloud's own service for its machines
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  blocked.addSubnet(network, bits, 'ipv4');
}
// These lead on to IPv4 addresses, or to nobody.
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  blocked.addSubnet(network, bits, 'ipv6');
}
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const isLoopback = ({ address, family }: Address): boolean => loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
/** Whether anybody on the internet could reach it: only such addresses are ours to call. */
const isPublic = ({ address, family }: Address): boolean =>
  family === 4
    ? !blocked.check(address, 'ipv4')
    : globalUnicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6');

const refused = (code: string, cause: Text, fix: Text): Checked => ({ refused: { code, cause, fix } });

const notHttps = () =>
  refused(
    'WEBHOOK_NOT_HTTPS',
    { zh: '通知只发往 https 地址。', en: 'Notices go to https addresses only.' },
    { zh: '改用 https 地址。', en: 'Give an https address.' },
  );

const resolved = async (url: URL): Promise<readonly Address[]> => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family: family as 4 | 6 }];
  return (await lookup(host, { all: true }).catch(() => [])) as Address[];
};

/**
 * Whether notices may be sent to the URL, and the very address to connect to: a name that leads to several addresses
 * must lead to public ones only, or it could be turned inwards between the check and the call. `allowLoopback` is for
 * one machine alone.
 */
export const checkedAddress = async (text: string, allowLoopback: boolean): Promise<Checked> => {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    return refused(
      'WEBHOOK_URL_MALFORMED',
      { zh: '不是可用的地址。', en: 'This is no address that can be called.' },
      {
        zh: '给出完整的 https 地址，不含用户名、口令和 # 片段。',
        en: 'Give a whole https address, without user name, password or # fragment.',
      },
    );
  }
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:')) return notHttps();
  const addresses = await resolved(url);
  if (addresses.length === 0) {
    return refused(
      'WEBHOOK_HOST_UNKNOWN',
      { zh: '该主机名无法解析。', en: 'The host name leads nowhere.' },
      { zh: '检查主机名，或稍后再试。', en: 'Check the host name, or try again later.' },
    );
  }
  const address = addresses[0]!;
  if (allowLoopback && addresses.every(isLoopback)) return { url, address };
  if (url.protocol !== 'https:') return notHttps();
  if (addresses.every(isPublic)) return { url, address };
  return refused(
    'WEBHOOK_ADDRESS_NOT_PUBLIC',
    { zh: '该地址指向内部网络，不会向其发送。', en: 'It leads into a private network, where nothing is sent.' },
    { zh: '给出公网可达的地址。', en: 'Give an address that the public network reaches.' },
  );
};

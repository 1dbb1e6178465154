import { expect, it } from 'vitest';
import { checkedAddress } from '../../functions/deliver-webhooks/address.ts';
import { postNotice } from '../../functions/deliver-webhooks/post-notice.ts';
import { aReceiver } from './receiver.ts';

const codeOf = async (url: string, allowLoopback = false) => {
  const checked = await checkedAddress(url, allowLoopback);
  return 'refused' in checked ? checked.refused.code : checked.address.address;
};
const notice = {
  id: 'n',
  sequence: 1,
  authority: 'a',
  type: 'violation.opened' as const,
  createdAt: '2026-03-01T00:00:00.000Z',
  title: { zh: '违规', en: 'Violation' },
  link: '/v1/violations/v',
};

it.each([
  '10.0.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f.0.0.1',
  '0.0.0.0',
  '100.100.100.200',
  '169.254.169.254',
  '168.63.129.16',
  '255.255.255.255',
  '224.0.0.1',
  '[::1]',
  '[::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:7f00:1::]',
  'localhost',
])('nothing is sent into a private network: %s', async (host) => {
  expect(await codeOf(`https://${host}/hook`)).toBe('WEBHOOK_ADDRESS_NOT_PUBLIC');
});

it('a public address is what the call connects to', async () => {
  expect(await codeOf('https://114.114.114.114:8443/hook')).toBe('114.114.114.114');
  expect(await codeOf('https://[2400:3200::1]/hook')).toBe('2400:3200::1');
});

it('only https, without a password in it, and to a host that exists', async () => {
  expect(await codeOf('http://114.114.114.114/')).toBe('WEBHOOK_NOT_HTTPS');
  expect(await codeOf('ftp://114.114.114.114/')).toBe('WEBHOOK_NOT_HTTPS');
  expect(await codeOf('https://user:word@114.114.114.114/')).toBe('WEBHOOK_URL_MALFORMED');
  expect(await codeOf('no address')).toBe('WEBHOOK_URL_MALFORMED');
  expect(await codeOf('https://nowhere.invalid/')).toBe('WEBHOOK_HOST_UNKNOWN');
});

it('on one machine, loopback may be called plainly, and nothing else may', async () => {
  expect(await codeOf('http://127.0.0.1:9/hook', true)).toBe('127.0.0.1');
  expect(await codeOf('http://10.0.0.1/', true)).toBe('WEBHOOK_NOT_HTTPS');
  expect(await codeOf('https://10.0.0.1/', true)).toBe('WEBHOOK_ADDRESS_NOT_PUBLIC');
});

it('the address is checked again at every call: one that has become private hears nothing', async () => {
  const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  const receiver = await aReceiver(secret);
  expect(await postNotice(receiver.url.replace('http:', 'https:'), secret, notice, false)).toMatchObject({
    taken: false,
    because: { en: 'It leads into a private network, where nothing is sent.' },
  });
  expect(await postNotice(receiver.url, secret, notice, true)).toEqual({ taken: true });
  await receiver.close();
  expect(await postNotice(receiver.url, secret, notice, true)).toMatchObject({
    taken: false,
    because: { en: 'The connection failed (ECONNREFUSED).' },
  });
  expect(receiver.received).toEqual([{ id: 'n', sequence: 1, verified: true }]);
});

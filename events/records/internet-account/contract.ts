import { contract, type RecordOf } from '../../contract.ts';
import { identifier, instant, oneOf, orNone, recordId } from '../../fields.ts';
import { mobileFault } from '../../identifiers/cards-and-devices.ts';
import { networkAccountFault } from '../../identifiers/network-account.ts';

/** One account of an internet service and how its user's identity was established. Article 21. */
export const internetAccount = contract({
  kind: 'internet-account',
  sectors: ['internet', 'telecom'],
  title: { zh: '互联网账号实名', en: 'Internet account under a real name' },
  naturalKey: ['recordId'],
  lawDates: ['activatedAt'],
  periodDate: 'activatedAt',
  fields: {
    recordId,
    activatedAt: instant({ zh: '开通时间', en: 'Activated at', synonyms: ['服务开通时间', '注册时间'] }),
    accountId: identifier(
      { zh: '账号标识', en: 'Account', synonyms: ['账号', '用户账号', '账号ID'], personal: 'token' },
      { zh: '1 至 64 位字母、数字或 . _ @ + :', en: '1 to 64 letters, digits or . _ @ + :' },
      networkAccountFault,
    ),
    serviceClass: oneOf(
      {
        access: { zh: '互联网接入服务', en: 'internet access' },
        'address-translation': { zh: '网络代理等地址转换服务', en: 'proxy and address translation' },
        infrastructure: { zh: '域名、托管、云服务等', en: 'domains, hosting, cloud' },
        'publishing-and-platform': {
          zh: '信息发布、即时通讯、交易、游戏、直播、广告推广',
          en: 'publishing, messaging, trade, games, live video, advertising',
        },
      },
      { zh: '服务类别', en: 'Service class', synonyms: ['业务类别'] },
    ),
    identityMethod: oneOf(
      {
        'id-document': { zh: '身份证件', en: 'identity document' },
        'verified-phone': { zh: '已实名手机号', en: 'phone number under a real name' },
        'unit-licence': { zh: '单位证照', en: 'licence of a unit' },
        'network-id': { zh: '国家网络身份认证', en: 'national network identity' },
        none: { zh: '未核验', en: 'none' },
      },
      { zh: '身份核验方式', en: 'Identity method', synonyms: ['实名方式', '核验方式'] },
    ),
    verifiedAt: orNone(instant({ zh: '核验时间', en: 'Verified at', synonyms: ['实名时间', '身份核验时间'] })),
    phone: orNone(
      identifier(
        { zh: '关联手机号', en: 'Linked phone', synonyms: ['手机号', '绑定手机号', '手机号码'], personal: 'token' },
        { zh: '11 位移动电话号码', en: 'a mobile number of 11 digits' },
        mobileFault,
      ),
    ),
  },
});

export type InternetAccount = RecordOf<typeof internetAccount.fields>;

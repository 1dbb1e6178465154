import { contract, type RecordOf } from '../../contract.ts';
import { amount, flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { iccidFault, msisdnFault } from '../../identifiers/cards-and-devices.ts';
import { residentIdFault } from '../../identifiers/resident-id.ts';
import { usccFault } from '../../identifiers/uscc.ts';

/** A document number by itself: its own checks follow from the document's type, in `crossCheck`. */
const documentNumber = identifier(
  {
    zh: '证件号码',
    en: 'Document number',
    synonyms: ['身份证号', '身份证号码', '证件号', '机主证件号码', 'id_no'],
    personal: 'token',
  },
  {
    zh: '证件上的号码；居民身份证为 18 位',
    en: 'the number on the document; 18 characters for a resident identity card',
  },
  (value) =>
    /^[0-9A-Z()（）]{4,32}$/.test(value)
      ? undefined
      : {
          code: 'DOCUMENT_NUMBER_FORM',
          cause: { zh: '证件号码应为 4 至 32 位字母或数字。', en: 'A document number has 4 to 32 letters or digits.' },
          fix: { zh: '按证件原件核对后重填。', en: 'Compare it with the document.' },
        },
);

/** One card of one holder as opened, registered, checked, and, where flagged, re-verified. Articles 9, 10 and 11. */
export const phoneCard = contract({
  kind: 'phone-card',
  sectors: ['telecom'],
  title: { zh: '电话卡开户与核验', en: 'Phone card opened and verified' },
  naturalKey: ['recordId'],
  lawDates: ['openedAt'],
  periodDate: 'openedAt',
  fields: {
    recordId,
    openedAt: instant({ zh: '开户时间', en: 'Opened at', synonyms: ['入网时间', '开卡时间', '办理时间'] }),
    msisdn: identifier(
      { zh: '电话号码', en: 'Phone number', synonyms: ['手机号', '手机号码', '业务号码', '号码'], personal: 'token' },
      { zh: '11 位移动号码或 13 位物联网号码', en: 'a mobile number of 11 digits or an IoT number of 13' },
      (value) => (/^0\d{9,11}$/.test(value) ? undefined : msisdnFault(value)),
    ),
    iccid: identifier(
      { zh: 'ICCID', en: 'ICCID', synonyms: ['SIM卡号', '卡号'], personal: 'token' },
      { zh: '19 或 20 位数字，以 89 开头', en: '19 or 20 digits beginning with 89' },
      iccidFault,
    ),
    subjectType: oneOf(
      { individual: { zh: '个人', en: 'individual' }, unit: { zh: '单位', en: 'unit' } },
      { zh: '用户类型', en: 'Holder type', synonyms: ['客户类型', '机主类型'] },
    ),
    idType: oneOf(
      {
        'id-card': { zh: '居民身份证', en: 'resident identity card' },
        'temp-id': { zh: '临时居民身份证', en: 'temporary identity card' },
        household: { zh: '户口簿', en: 'household register' },
        military: { zh: '军人证件', en: 'military document' },
        'hk-mo-tw-permit': { zh: '港澳台通行证或居住证', en: 'Hong Kong, Macao or Taiwan permit' },
        passport: { zh: '护照', en: 'passport' },
        'unit-licence': { zh: '营业执照等单位证件', en: 'licence of a unit' },
        other: { zh: '其他', en: 'other' },
      },
      { zh: '证件类型', en: 'Document type', synonyms: ['证件种类'] },
    ),
    subjectId: documentNumber,
    docCheckMethod: oneOf(
      {
        reader: { zh: '二代证读卡器', en: 'card reader' },
        'network-check': { zh: '联网核查', en: 'online check' },
        'manual-only': { zh: '仅人工查看', en: 'looked at only' },
      },
      { zh: '证件查验方式', en: 'How the document was checked', synonyms: ['查验方式', '核验方式'] },
    ),
    nameMatches: flag({ zh: '姓名与证件一致', en: 'Name matches document', synonyms: ['姓名一致', '姓名是否一致'] }),
    addressRecorded: flag({ zh: '已登记住址', en: 'Address recorded', synonyms: ['住址登记', '地址已登记'] }),
    onSitePhoto: flag({ zh: '已留存现场照片', en: 'On-site photo kept', synonyms: ['现场照片', '留存照片'] }),
    byProxy: flag({ zh: '代办', en: 'By proxy', synonyms: ['是否代办'] }),
    proxyVerified: orNone(flag({ zh: '代办人已核验', en: 'Proxy verified', synonyms: ['代办人核验'] })),
    registeredAt: orNone(instant({ zh: '登记时间', en: 'Registered at', synonyms: ['实名登记时间'] })),
    activatedAt: orNone(instant({ zh: '激活时间', en: 'Activated at', synonyms: ['开通时间'] })),
    channel: oneOf(
      {
        outlet: { zh: '自营网点', en: 'own outlet' },
        online: { zh: '网络渠道', en: 'online' },
        'agent-outlet': { zh: '代理网点', en: 'agent outlet' },
      },
      { zh: '办理渠道', en: 'Channel', synonyms: ['渠道'] },
    ),
    faceMatchPassed: orNone(flag({ zh: '人像比对通过', en: 'Face match passed', synonyms: ['人证比对', '人像比对'] })),
    faceMatchScore: orNone(amount({ zh: '人像比对分值', en: 'Face match score', synonyms: ['比对分值'] }, 1)),
    videoLivenessPassed: orNone(flag({ zh: '视频活体检测通过', en: 'Video liveness passed', synonyms: ['活体检测'] })),
    alternativeMethod: orNone(words({ zh: '替代核验方式', en: 'Alternative method', synonyms: ['其他核验方式'] })),
    alternativeReason: orNone(
      words({ zh: '替代核验原因', en: 'Reason for the alternative', synonyms: ['采用其他方式原因'] }),
    ),
    checkedAt: orNone(instant({ zh: '人证核验时间', en: 'Checked at', synonyms: ['核验时间', '比对时间'] })),
    cardKind: oneOf(
      {
        mobile: { zh: '移动电话卡', en: 'mobile' },
        'data-only': { zh: '纯数据卡', en: 'data only' },
        iot: { zh: '物联网卡', en: 'IoT' },
        landline: { zh: '固定电话', en: 'landline' },
      },
      { zh: '卡类型', en: 'Card kind', synonyms: ['号卡类型', '业务类型'] },
    ),
    cardStatus: oneOf(
      {
        active: { zh: '在用', en: 'active' },
        suspended: { zh: '停机', en: 'suspended' },
        cancelled: { zh: '销户', en: 'cancelled' },
        pending: { zh: '待激活', en: 'pending' },
      },
      { zh: '卡状态', en: 'Card status', synonyms: ['号码状态', '状态'] },
    ),
    flaggedAt: orNone(instant({ zh: '异常识别时间', en: 'Flagged at', synonyms: ['风险识别时间', '涉诈标记时间'] })),
    riskLevel: orNone(
      oneOf(
        { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
        { zh: '风险等级', en: 'Risk level', synonyms: ['风险级别'] },
      ),
    ),
    remindedAt: orNone(instant({ zh: '核验提醒时间', en: 'Reminded at', synonyms: ['提醒时间', '通知时间'] })),
    reverifyMethod: orNone(
      oneOf(
        {
          outlet: { zh: '网点核验', en: 'at an outlet' },
          'online-liveness': { zh: '线上活体核验', en: 'online with liveness' },
          'sms-confirm': { zh: '短信确认', en: 'confirmed by SMS' },
          'network-id': { zh: '国家网络身份认证', en: 'national network identity' },
        },
        { zh: '再次核验方式', en: 'Re-verification method', synonyms: ['二次核验方式'] },
      ),
    ),
    reverifiedAt: orNone(instant({ zh: '再次核验时间', en: 'Re-verified at', synonyms: ['二次核验时间'] })),
    reverifyResult: orNone(
      oneOf(
        {
          pass: { zh: '通过', en: 'passed' },
          fail: { zh: '未通过', en: 'failed' },
          'no-response': { zh: '未响应', en: 'no response' },
        },
        { zh: '再次核验结果', en: 'Re-verification result', synonyms: ['二次核验结果'] },
      ),
    ),
    restrictionType: orNone(
      oneOf(
        {
          none: { zh: '未限制', en: 'none' },
          'limit-outbound': { zh: '限制呼出', en: 'outbound calls limited' },
          'limit-sms': { zh: '限制短信', en: 'SMS limited' },
          suspend: { zh: '停机', en: 'suspended' },
          close: { zh: '销号', en: 'closed' },
        },
        { zh: '限制措施', en: 'Restriction', synonyms: ['处置措施'] },
      ),
    ),
    restrictedAt: orNone(instant({ zh: '限制时间', en: 'Restricted at', synonyms: ['处置时间'] })),
  },
  looksUp: [{ list: 'sanctioned-subjects', field: 'subjectId' }],
  holdings: {
    subject: 'subjectId',
    card: 'msisdn',
    openedAt: 'openedAt',
    keeps: ['subjectType', 'cardKind', 'cardStatus', 'openedAt'],
  },
  crossCheck: ({ idType, subjectId }) => {
    if (subjectId === undefined) return [];
    const why =
      idType === 'id-card' || idType === 'temp-id'
        ? residentIdFault(subjectId)
        : idType === 'unit-licence' && /^[0-9A-Z]{18}$/.test(subjectId)
          ? usccFault(subjectId)
          : undefined;
    return why === undefined ? [] : [{ ...why, column: 'subjectId' }];
  },
});

export type PhoneCard = RecordOf<typeof phoneCard.fields>;

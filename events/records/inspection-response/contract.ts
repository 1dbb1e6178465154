import { contract, type RecordOf } from '../../contract.ts';
import { flag, instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One request of an authority that supervises, and what it was given. Articles 7, 8 and 28. */
export const inspectionResponse = contract({
  kind: 'inspection-response',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '配合监督检查', en: 'Inspections answered' },
  naturalKey: ['recordId'],
  lawDates: ['receivedAt'],
  periodDate: 'receivedAt',
  fields: {
    recordId,
    receivedAt: instant({ zh: '收到时间', en: 'Received at', synonyms: ['收到要求时间', '收文时间', '检查通知时间'] }),
    requestRef: words({ zh: '检查文号', en: 'Request', synonyms: ['文书编号', '通知文号', '检查通知书号'] }, 128),
    authority: oneOf(
      {
        telecom: { zh: '电信主管部门', en: 'telecom authority' },
        pboc: { zh: '人民银行', en: "People's Bank of China" },
        nfra: { zh: '金融监管总局', en: 'National Financial Regulatory Administration' },
        cac: { zh: '网信部门', en: 'cyberspace administration' },
        police: { zh: '公安机关', en: 'police' },
        'market-regulation': { zh: '市场监管部门', en: 'market regulation' },
      },
      { zh: '检查机关', en: 'Authority', synonyms: ['来文机关', '监管部门', '要求机关'] },
    ),
    dueAt: orNone(instant({ zh: '要求答复时间', en: 'Due at', synonyms: ['答复期限', '截止时间', '要求时限'] })),
    respondedAt: orNone(instant({ zh: '答复时间', en: 'Responded at', synonyms: ['回复时间', '提交材料时间'] })),
    materialsComplete: flag({ zh: '材料齐全', en: 'Materials complete', synonyms: ['材料是否齐全', '资料齐全'] }),
    refused: flag({ zh: '拒绝或阻碍', en: 'Refused or obstructed', synonyms: ['是否拒绝', '是否阻碍检查'] }),
    refusalReason: orNone(
      oneOf(
        {
          'fewer-than-two-officers': { zh: '执法人员少于两人', en: 'fewer than two officers' },
          'no-credentials': { zh: '未出示执法证件', en: 'no credentials shown' },
          other: { zh: '其他', en: 'other' },
        },
        { zh: '拒绝理由', en: 'Reason for refusing', synonyms: ['未配合原因', '拒绝原因'] },
      ),
    ),
  },
});

export type InspectionResponse = RecordOf<typeof inspectionResponse.fields>;

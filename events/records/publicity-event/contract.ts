import { contract, type RecordOf } from '../../contract.ts';
import { count, date, oneOf, orNone, recordId, words } from '../../fields.ts';
import { listOfCodes } from '../../list-of-codes.ts';

/** One event at which the public was told of fraud, where, and for whom. Articles 8(2) and 30. */
export const publicityEvent = contract({
  kind: 'publicity-event',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '反诈宣传活动', en: 'Publicity event against fraud' },
  naturalKey: ['recordId'],
  lawDates: ['heldOn'],
  periodDate: 'heldOn',
  fields: {
    recordId,
    heldOn: date({ zh: '活动日期', en: 'Held on', synonyms: ['宣传日期', '开展日期', '举办日期'] }),
    venueType: oneOf(
      {
        school: { zh: '学校', en: 'school' },
        enterprise: { zh: '企业', en: 'enterprise' },
        community: { zh: '社区', en: 'community' },
        village: { zh: '农村', en: 'village' },
        family: { zh: '家庭', en: 'family' },
        online: { zh: '线上', en: 'online' },
      },
      { zh: '活动场所', en: 'Venue', synonyms: ['宣传场所', '五进类型', '活动地点类型'] },
    ),
    targetGroups: listOfCodes(
      { elderly: '老年人', minor: '未成年人', student: '学生', 'finance-staff': '财会人员', general: '社会公众' },
      { zh: '宣传对象', en: 'Audience', synonyms: ['受众群体', '对象群体', '面向群体'] },
    ),
    participants: count({
      zh: '参与人数',
      en: 'Participants',
      synonyms: ['覆盖人数', '受众人数', '参加人数'],
      unit: 'person',
    }),
    materialRef: orNone(words({ zh: '宣传材料编号', en: 'Material', synonyms: ['宣传材料', '材料编号'] }, 128)),
  },
});

export type PublicityEvent = RecordOf<typeof publicityEvent.fields>;

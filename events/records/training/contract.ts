import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, listOf, orNone, recordId } from '../../fields.ts';

/** One training of a branch's own people against fraud. Article 8, paragraph 3; article 30, paragraph 1. */
export const training = contract({
  kind: 'training',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '从业人员反诈培训', en: 'Staff trained against fraud' },
  naturalKey: ['recordId'],
  lawDates: ['trainedOn'],
  periodDate: 'trainedOn',
  fields: {
    recordId,
    trainedOn: date({ zh: '培训日期', en: 'Trained on', synonyms: ['培训时间', '日期'] }),
    attendeeCount: count({ zh: '参训人数', en: 'Attendees', synonyms: ['参加人数', '到场人数'], unit: 'person' }),
    // Attendees of several trainings are one person each, and no record names them: the branch counts, of the year so far.
    trainedThisYearCount: count({
      zh: '本年累计参训人数（不重复）',
      en: 'Staff trained this year so far, each counted once',
      synonyms: ['本年累计参训人数', '本年已培训人数', '累计参训人数'],
      unit: 'person',
    }),
    onDutyStaffCount: count({
      zh: '在岗人数',
      en: 'Staff on duty',
      synonyms: ['在岗员工数', '应培训人数', '网点在岗人数'],
      unit: 'person',
    }),
    topicCodes: listOf(
      { zh: '培训主题', en: 'Topics', synonyms: ['培训内容', '主题代码'] },
      { zh: '主题代码，以分号分隔', en: 'codes of the topics, separated by semicolons' },
    ),
    newStaffTrainedBeforeDuty: orNone(
      flag({ zh: '新员工上岗前已培训', en: 'New staff trained before duty', synonyms: ['新员工岗前培训', '岗前培训'] }),
    ),
  },
});

export type Training = RecordOf<typeof training.fields>;

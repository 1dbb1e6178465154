import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kindsAndFacts, ruleFiles } from '../../../bin/rules-files.ts';
import { factsByKind } from '../../../rules/facts/facts.generated.ts';
import { asParameter, type Mistake, matches, parameters, params, rank, told } from './told-of-mistakes.ts';

describe('a rule is refused at load, with the place and what to do, for', () => {
  it.each<Mistake>([
    [
      'a misspelt fact',
      { conditions: { all: [matches(), matches({ fact: 'registration.nameMatchDocument' })] } },
      [
        [
          'UNKNOWN_FACT',
          '/conditions/all/1/fact',
          'registration.nameMatchDocument',
          'Did you mean “registration.nameMatchesDocument”?',
        ],
      ],
    ],
    [
      'a misspelt parameter',
      {
        parameters: parameters(),
        conditions: { all: [...asParameter.all, matches({ value: { parameter: 'isSmae' } })] },
      },
      [['UNKNOWN_PARAMETER', '/conditions/all/1/value/parameter', 'isSmae', 'Did you mean “isSame”?']],
    ],
    [
      'a parameter that nobody declared',
      { conditions: rank({ ...params, limit: { parameter: 'maxCards' } }) },
      [['UNKNOWN_PARAMETER', '/conditions/all/0/params/limit/parameter', 'maxCards', 'There are: none.']],
    ],
    [
      'a source for a parameter that is not there',
      { parameters: parameters(), conditions: asParameter, sources: [{ instrument: '法', for: 'issame' }] },
      [['UNKNOWN_PARAMETER', '/sources/0/for', 'issame', 'Did you mean “isSame”?']],
    ],
    [
      'a misspelt param of a fact',
      { conditions: rank({ kinds: ['mobile'], status: ['active'], limit: 5 }) },
      [
        ['PARAM_MISSING', '/conditions/all/0/params', 'statuses', 'Give statuses.'],
        ['UNKNOWN_PARAM', '/conditions/all/0/params/status', 'status', 'Did you mean “statuses”?'],
      ],
    ],
    [
      'a misspelt record kind',
      { recordKind: 'phone-crad' },
      [['UNKNOWN_RECORD_KIND', '/recordKind', 'phone-crad', 'Did you mean “phone-card”?']],
    ],
    [
      'a misspelt law date',
      { lawDate: 'openAt' },
      [['UNKNOWN_LAW_DATE', '/lawDate', 'openAt', 'Did you mean “openedAt”?']],
    ],
    [
      'a law date that the record need not have',
      { lawDate: 'activatedAt' },
      [['UNKNOWN_LAW_DATE', '/lawDate', 'activatedAt', 'There are: openedAt.']],
    ],
    [
      'a parameter that nothing uses',
      { parameters: parameters() },
      [['UNUSED_PARAMETER', '/parameters/isSame', 'isSame', 'Delete it, or use it in a condition.']],
    ],
    [
      'a figure of law that does not say whether it was seen',
      { parameters: parameters({ fixedBy: 'statute' }), conditions: asParameter },
      [['CONFIDENCE_MISSING', '/parameters/isSame/status', 'statute', 'Write "verified" or "disputed".']],
    ],
    [
      'a disputed figure in a rule that does more than advise',
      { parameters: parameters({ fixedBy: 'ministry-rule', status: 'disputed' }), conditions: asParameter },
      [['DISPUTED_NOT_ADVISORY', '/severity', 'major', 'Make it "advisory", or verify the figure.']],
    ],
    [
      'an end before its beginning',
      { effective: { from: '2022-12-01', until: '2022-11-30' } },
      [['ENDS_BEFORE_IT_BEGINS', '/effective/until', '2022-11-30', 'Correct the dates.']],
    ],
    [
      'everything at once',
      { lawDate: 'openAt', parameters: parameters(), effective: { from: '2022-12-01', until: '2022-11-30' } },
      [
        ['UNKNOWN_LAW_DATE', '/lawDate', 'openAt', 'Did you mean “openedAt”?'],
        ['UNUSED_PARAMETER', '/parameters/isSame', 'isSame', 'Delete it, or use it in a condition.'],
        ['ENDS_BEFORE_IT_BEGINS', '/effective/until', '2022-11-30', 'Correct the dates.'],
      ],
    ],
  ])('%s', (_, over, expected) => {
    expect(told(over)).toEqual(expected);
  });
});

it('a fact like no other is told the facts of its kind', () => {
  expect(told({ conditions: { all: [matches({ fact: 'toString' })] } })[0]![3]).toBe(
    `There are: ${Object.keys(factsByKind['phone-card']!).join(', ')}.`,
  );
});

describe('a rule is let through', () => {
  it.each([
    ['as it should be', {}],
    ['that is one comparison without a group', { conditions: matches() }],
    ['that was law for one day', { effective: { from: '2022-12-01', until: '2022-12-01' } }],
    [
      'whose figure is in its params',
      {
        parameters: { n: { ...parameters().isSame, value: 5 } },
        conditions: rank({ ...params, limit: { parameter: 'n' } }),
      },
    ],
    [
      'that advises by a disputed figure',
      {
        severity: 'advisory',
        parameters: parameters({ fixedBy: 'statute', status: 'disputed' }),
        conditions: asParameter,
      },
    ],
  ])('%s', (_, over) => {
    expect(told(over)).toEqual([]);
  });

  it('if it is one of the files of the catalogue', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const loaded = await kindsAndFacts(root);
    const { files, faults } = ruleFiles(root, loaded.kinds, loaded.facts);
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(17);
  });
});

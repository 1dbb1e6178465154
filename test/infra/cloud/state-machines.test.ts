import validate from 'asl-validator';
import { expect, it } from 'vitest';
import { synthesised } from './synthesis.ts';

const isValid = (definition: object): boolean => validate(definition).isValid;

/** A function's ARN is only known once it is made: in a template it is a reference. */
const withArns = (definition: string): string =>
  definition.replace(/"(\w+)\.Arn"/g, '"arn:aws-cn:lambda:cn-north-1:123456789012:function:$1"');

it('every state machine of a template is one that Step Functions takes', () => {
  const machines = ['cn-north-1', 'cn-northwest-1', 'eu-central-1'].flatMap((region) =>
    synthesised(region)
      .ofType('AWS::StepFunctions::StateMachine')
      .map(({ id, properties }) => ({ id, isValid: isValid(JSON.parse(withArns(properties.DefinitionString))) })),
  );
  expect(machines).toEqual([1, 2, 3].map(() => ({ id: 'machine', isValid: true })));
});

it('the validator tells one that works from one that does not', () => {
  const works = {
    QueryLanguage: 'JSONata',
    StartAt: 'wait',
    States: { wait: { Type: 'Wait', Seconds: 1, End: true } },
  };
  expect(isValid(works)).toBe(true);
  expect(isValid({ ...works, StartAt: 'nowhere' })).toBe(false);
});

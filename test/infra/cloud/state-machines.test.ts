import validate from 'asl-validator';
import { expect, it } from 'vitest';
import { synthesised } from './synthesis.ts';

const isValid = (definition: object): boolean => validate(definition).isValid;

it('every state machine of a template is one that Step Functions takes; so far there is none', () => {
  const machines = ['cn-north-1', 'cn-northwest-1', 'eu-central-1'].flatMap((region) =>
    synthesised(region)
      .ofType('AWS::StepFunctions::StateMachine')
      .map(({ id, properties }) => ({ id, isValid: isValid(JSON.parse(properties.DefinitionString)) })),
  );
  expect(machines.filter((machine) => !machine.isValid)).toEqual([]);
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

type Functions = Readonly<Record<'prepare' | 'judge' | 'count' | 'record' | 'copy' | 'fail', string>>;

/** So many slices are judged side by side: it leaves others their share of an account's thousand. */
const sideBySide = 40;

/** Busy services and a function that was cut off are tried again; what still fails then ends in `fail`. */
const retry = [
  { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' },
];
const caught = [{ ErrorEquals: ['States.ALL'], Next: 'fail' }];

/** Every step asks the table how the upload stands: what begins the execution is all that it needs to be told. */
const begun = '{% $states.context.Execution.Input %}';

/**
 * How a file becomes a submission, as Step Functions reads it: read, judged slice by slice, counted, recorded,
 * and given back. The steps
 * are the functions of these ARNs.
 */
export const uploadsMachine = ({ prepare, judge, count, record, copy, fail }: Functions): object => {
  const step = (Resource: string, next: object) => ({
    ...{ Type: 'Task', Resource, Arguments: begun, TimeoutSeconds: 900 },
    ...{ Retry: retry, Catch: caught },
    ...next,
  });
  const goesTo = (state: string, Next: string) => ({ Condition: `{% $states.input.state = '${state}' %}`, Next });
  return {
    Comment: 'A file on its way to its audit',
    QueryLanguage: 'JSONata',
    StartAt: 'prepare',
    States: {
      prepare: step(prepare, { Next: 'prepared' }),
      prepared: {
        Type: 'Choice',
        Choices: [
          goesTo('judging', 'judge'),
          goesTo('counting', 'count'),
          goesTo('recording', 'record'),
          goesTo('copying', 'copy'),
        ],
        Default: 'done',
      },
      judge: {
        Type: 'Map',
        Items: '{% $states.input.items %}',
        MaxConcurrency: sideBySide,
        ToleratedFailureCount: 0,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'slices',
          States: {
            slices: {
              Type: 'Task',
              Resource: judge,
              Arguments: '{% $states.input %}',
              TimeoutSeconds: 900,
              Retry: retry,
              End: true,
            },
          },
        },
        Catch: caught,
        Next: 'count',
      },
      count: step(count, { Next: 'counted' }),
      counted: { Type: 'Choice', Choices: [goesTo('recording', 'record'), goesTo('copying', 'copy')], Default: 'done' },
      record: step(record, { Next: 'recorded' }),
      recorded: { Type: 'Choice', Choices: [goesTo('copying', 'copy')], Default: 'done' },
      copy: step(copy, { Next: 'done' }),
      fail: { Type: 'Task', Resource: fail, Arguments: begun, Retry: retry, Next: 'failed' },
      failed: { Type: 'Fail', Error: 'UploadFailed' },
      done: { Type: 'Succeed' },
    },
  };
};

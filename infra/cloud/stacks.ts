import type { App } from 'aws-cdk-lib';
import { AlarmsStack } from './alarms-stack.ts';
import { ApiStack } from './api-stack.ts';
import { EventsStack } from './events-stack.ts';
import { FunctionsStack } from './functions-stack.ts';
import type { Settings } from './settings.ts';
import { StorageStack } from './storage-stack.ts';
import { UploadsStack } from './uploads-stack.ts';
import { WorkersStack } from './workers-stack.ts';

/** The whole service; what a stack needs of another is an argument, so the arrows between them are all here. */
export const addStacks = (app: App, settings: Settings): void => {
  const { account, region } = settings;
  const stack = (what: string) => ({ stackName: `fanzha-${what}`, env: { region, ...(account && { account }) } });

  const storage = new StorageStack(app, 'storage', { ...stack('storage'), settings, terminationProtection: true });
  const events = new EventsStack(app, 'events', stack('events'));
  const resources = { ...storage.resources, ...events.resources };
  const { functions } = new FunctionsStack(app, 'functions', { ...stack('functions'), settings, resources });
  const jwt = new ApiStack(app, 'api-jwt', { ...stack('api-jwt'), kind: 'jwt', settings, functions });
  const iam = new ApiStack(app, 'api-iam', { ...stack('api-iam'), kind: 'iam', settings, functions });
  const workers = new WorkersStack(app, 'workers', { ...stack('workers'), settings, resources });
  const uploads = new UploadsStack(app, 'uploads', { ...stack('uploads'), settings, resources });
  new AlarmsStack(app, 'alarms', {
    ...stack('alarms'),
    apis: new Map([
      ['jwt', jwt.api],
      ['iam', iam.api],
    ]),
    functions: new Map([...functions, ...workers.functions, ...uploads.functions]),
    stream: workers.streamWorkers,
    deadLetters: workers.deadLetters,
  });
};

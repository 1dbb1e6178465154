import { App } from 'aws-cdk-lib';
import { settingsOf } from './settings.ts';
import { addStacks } from './stacks.ts';

const app = new App({ analyticsReporting: false });
addStacks(app, settingsOf(app.node));
app.synth();

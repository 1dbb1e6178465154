import * as z from 'zod';
import type { Text } from './fault.ts';

/** What a value should look like, in words, where its type and bounds do not say it. */
export const expectations = z.registry<Text>();

import { defineConfig } from 'vitest/config';
import { compiled } from './vitest.config.ts';

/** The kill harness takes minutes: it runs by itself, `npm run kill`. */
export default defineConfig({ test: { include: ['test/kill/*.check.ts'], env: compiled } });

import { enableCompileCache } from 'node:module';

// A thread has a compile cache of its own, which nobody has begun for it.
enableCompileCache();
await import('./task-thread.ts');

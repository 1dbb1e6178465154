#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// What takes longest of a short run is stripping types and compiling: both are done once, not at every start.
enableCompileCache();
await import('./audit-main.ts');

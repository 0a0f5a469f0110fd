#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { runProgram } from './program.ts';

// The database inside is a large WebAssembly program. V8 optimises its functions as soon as they are a little warm, which
// costs a short command more than it runs; so only those that are called very often. It holds for what is loaded later.
setFlagsFromString('--wasm-tiering-budget=100000000');
await runProgram(process.argv);

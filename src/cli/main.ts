#!/usr/bin/env node
import { createNodeIo, endQuietlyOnClosedPipe } from './io.ts';
import { run } from './run.ts';

endQuietlyOnClosedPipe();
process.exitCode = await run(process.argv.slice(2), createNodeIo());

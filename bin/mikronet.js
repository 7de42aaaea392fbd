#!/usr/bin/env node
import { cli } from '../dist/cli.js';
import { realWorld } from '../dist/io/real-world.js';
import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../package.json');
process.exitCode = await cli(process.argv.slice(2), await realWorld(), version);

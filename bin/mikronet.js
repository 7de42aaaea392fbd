#!/usr/bin/env node
import { cli } from '../dist/cli.js';
import { realWorld } from '../dist/io/real-world.js';
import { readFileSync } from 'node:fs';

const args = process.argv.slice(2);
// Before anything asks whether colours are wanted, inquirer included.
if (args.includes('--no-color')) process.env.NO_COLOR = '1';

const version = () =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

process.exitCode = await cli(args, realWorld(), version);

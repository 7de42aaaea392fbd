/**
 * How a command is written. One verb a file, whose default export is a `CommandModule`: it adds
 * its arguments, flags and examples to a commander command, and an action that reads the flags and
 * calls `run(front, request)`, which works and returns the exit code.
 */
import type { Command } from 'commander';
import type { ExitCode } from '../errors.ts';
import type { ScreenLanguage } from '../words/words.ts';
import type { World } from '../world.ts';

/** What the front door hands to a command. */
export interface Front {
  readonly world: World;
  readonly language: ScreenLanguage;
  /** Called by the action when the work is done. */
  done(code: ExitCode): void;
}

/** The flags that every command has; the front door adds them. */
export interface SharedFlags {
  readonly folder?: string;
  readonly json?: boolean;
  readonly yes?: boolean;
  readonly verbose?: boolean;
}

export type CommandModule = (command: Command, front: Front) => Promise<void> | void;

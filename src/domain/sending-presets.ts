/**
 * How fast the known providers let one send, from their help pages and their users. A stranger
 * gets limits that none of them would object to; `sending` in meeting.json overrides.
 */
import { isLoopback, isWithin } from './hosts.ts';
import type { Limit, Meeting } from './model.ts';

export interface Pace {
  readonly connections: number;
  /** All of them hold, each as a rolling window. */
  readonly limits: readonly Limit[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNKNOWN: Pace = {
  connections: 1,
  limits: [
    { messages: 30, seconds: MINUTE },
    { messages: 250, seconds: 2 * HOUR },
    { messages: 450, seconds: DAY },
  ],
};

/** On this computer, for trying things: nobody objects. */
const LOOPBACK: Pace = { connections: 5, limits: [] };

/** By the domain that the host lies in. */
const PROVIDERS: readonly (readonly [string, Pace])[] = [
  // 500 a day, 2,000 with Workspace: who has that says so in meeting.json.
  ['gmail.com', { connections: 2, limits: [{ messages: 450, seconds: DAY }] }],
  ['googlemail.com', { connections: 2, limits: [{ messages: 450, seconds: DAY }] }],
  // Microsoft 365: 30 a minute, 10,000 recipients a day, three connections.
  [
    'office365.com',
    {
      connections: 3,
      limits: [
        { messages: 30, seconds: MINUTE },
        { messages: 9_000, seconds: DAY },
      ],
    },
  ],
  [
    'outlook.com',
    {
      connections: 1,
      limits: [
        { messages: 30, seconds: MINUTE },
        { messages: 250, seconds: DAY },
      ],
    },
  ],
  // Suspends an account after 300 in two hours.
  [
    'simply.com',
    {
      connections: 1,
      limits: [
        { messages: 30, seconds: MINUTE },
        { messages: 250, seconds: 2 * HOUR },
      ],
    },
  ],
  ['scannet.dk', { connections: 1, limits: [{ messages: 25, seconds: MINUTE }] }],
];

/** `host` is that of MIKRONET_SMTP_URL. */
export function paceFor(host: string, sending: Meeting['sending']): Pace {
  const name = host.toLowerCase();
  const known = PROVIDERS.find(([domain]) => isWithin(name, domain))?.[1];
  const preset = isLoopback(name) ? LOOPBACK : (known ?? UNKNOWN);
  return {
    connections: sending.connections ?? preset.connections,
    limits: sending.limits ?? preset.limits,
  };
}

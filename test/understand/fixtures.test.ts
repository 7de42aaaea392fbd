/** Every reply written for the project is understood as it says above it. */
import { expect, it } from 'vitest';
import { parseMail } from '../../src/format/mail/incoming-mail.ts';
import { inspectJson } from '../../src/understand/inspect-json.ts';
import { understand } from '../../src/understand/understanding.ts';
import { faults, fixtures } from '../support/reply-fixtures.mjs';

it.each(fixtures().map((fixture) => [fixture.name, fixture] as const))(
  '%s',
  async (name, fixture) => {
    const mail = await parseMail(Buffer.from(fixture.source));
    expect(faults(fixture, inspectJson(name, mail, understand(mail), ''))).toEqual([]);
  },
);

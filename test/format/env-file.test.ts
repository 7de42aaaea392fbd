import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envFile, readEnv, strayLines, withMailbox } from '../../src/format/env-file.ts';

const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n\u2028\u2029]/.test(text));
const login = fc.record({
  url: fc.constant('smtps://send.example.dk:465'),
  user: line,
  password: line,
});

describe('.env', () => {
  test('gives back any user name and password as they were typed', () => {
    fc.assert(
      fc.property(login, login, (smtp, imap) => {
        const values = readEnv(envFile(['a comment'], { smtp, imap }));
        const one = smtp.user === imap.user && smtp.password === imap.password;
        expect(values[one ? 'MIKRONET_PASSWORD' : 'MIKRONET_SMTP_PASSWORD']).toBe(smtp.password);
        expect(values[one ? 'MIKRONET_USER' : 'MIKRONET_IMAP_USER']).toBe(imap.user);
      }),
    );
  });

  test.each([
    ['a#b/c%d', 'a#b/c%d'],
    ['"quoted"', '""quoted""'],
    [' spaced ', '" spaced "'],
    ["it's", "it's"],
  ])('the password %j stands there as %s', (password, written) => {
    const smtp = { url: 'smtps://send.example.dk:465', user: 'info@example.dk', password };
    expect(envFile([], { smtp })).toBe(
      `MIKRONET_SMTP_URL=smtps://send.example.dk:465\nMIKRONET_USER=info@example.dk\nMIKRONET_PASSWORD=${written}\n`,
    );
  });

  test('keeps whatever else stands in it when the mailbox changes', () => {
    const before =
      '# mine\r\nOTHER=1\r\nMIKRONET_USER=old\r\nexport MIKRONET_IMAP_PASSWORD=x\r\n\r\n';
    const smtp = { url: 'smtp://a.dk:587', user: 'new', password: 'p' };
    expect(withMailbox(before, { smtp })).toBe(
      '# mine\nOTHER=1\nMIKRONET_SMTP_URL=smtp://a.dk:587\nMIKRONET_USER=new\nMIKRONET_PASSWORD=p\n',
    );
  });

  test('says which lines it cannot read', () => {
    expect(strayLines('# fine\nA=1\nMIKRONET_PASSWORD hemmelig\n\n')).toEqual([3]);
  });
});

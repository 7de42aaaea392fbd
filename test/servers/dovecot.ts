/** Dovecot: the mailboxes of the association and of some of those who are invited. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, type Server, type Site } from './site.ts';

export const PASSWORD = 'hemmelig #1';

/** Everybody who has a mailbox here; others of their domains do not exist. */
export const MAILBOXES = {
  association: 'moede@forening.test',
  anna: 'anna@laug.test',
  bo: 'bo@havn.test',
  away: 'ferie@kunst.test',
} as const;

const AWAY = `require ["vacation"];
vacation :days 1 :subject "Autosvar: Jeg er på ferie" :addresses ["${MAILBOXES.away}"]
"Hej! Ja, jeg er på ferie til 5. januar. Venlig hilsen Åse";
`;

export async function startDovecot(site: Site): Promise<Server> {
  const { folder } = site;
  const home = (address: string) => join(folder, 'home', address);
  const mail = Number((await run('id', ['-u', 'mail'])).stdout);
  for (const address of Object.values(MAILBOXES)) {
    await mkdir(home(address), { recursive: true });
    await chown(home(address), mail, mail);
  }
  await writeFile(join(home(MAILBOXES.away), '.dovecot.sieve'), AWAY);
  const users = Object.values(MAILBOXES).map((address) => `${address}:{PLAIN}${PASSWORD}::::::\n`);
  await writeFile(join(folder, 'users'), users.join(''));
  await writeFile(join(folder, 'dovecot.conf'), configuration(site));

  const log = join(folder, 'dovecot.log');
  const dovecot = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = once(dovecot, 'exit');
  return {
    log: () => readFile(log, 'utf8').catch(() => 'Dovecot wrote no log'),
    stop: async () => {
      dovecot.kill();
      await ended;
    },
  };
}

function configuration({ folder, ports, certificate, key }: Site): string {
  return `
base_dir = ${folder}/dovecot
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <${certificate}
ssl_key = <${key}
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_username_format = %Lu
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
  default_fields = uid=mail gid=mail home=${folder}/home/%u
}
first_valid_uid = 1
mail_location = maildir:~/Maildir
submission_host = 127.0.0.1:${ports.smtp}
postmaster_address = postmaster@forening.test
plugin {
  sieve = file:~/sieve;active=~/.dovecot.sieve
}
protocol lmtp {
  mail_plugins = $mail_plugins sieve
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sendt {
    auto = subscribe
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${ports.lmtp}
  }
}
service auth {
  inet_listener login {
    address = 127.0.0.1
    port = ${ports.login}
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
}

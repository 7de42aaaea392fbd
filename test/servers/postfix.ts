/** Postfix: delivers to Dovecot, and treats some domains as badly as servers of the world do. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, type Server, type Site } from './site.ts';

/** Taken from us, and what becomes of it then. */
const TAKEN_THEN = {
  'hard.test': 'error:5.1.1 The email account that you tried to reach does not exist',
  'full.test': 'error:5.2.2 Mailbox is full',
  'spam.test': 'error:5.7.1 Message rejected as spam',
  // Its sender is told of the delay after 5 seconds.
  'slow.test': 'retry:4.2.2 Mailbox full, try later',
  'grey.test': 'discard:',
};

/** What is said to RCPT for anybody there. */
const REFUSED = { 'strict.test': 'REJECT 5.1.1 User unknown in virtual mailbox table' };
const PUT_OFF = { 'grey.test': '450 4.2.0 Greylisted, please try again later' };

export async function startPostfix(site: Site): Promise<Server> {
  const folder = join(site.folder, 'postfix');
  const etc = join(folder, 'etc');
  for (const name of ['etc', 'spool', 'data']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await chown(join(folder, 'data'), Number((await run('id', ['-u', 'postfix'])).stdout), 0);
  await writeFile(join(etc, 'transport'), table(TAKEN_THEN));
  await writeFile(join(etc, 'recipients'), table({ ...REFUSED, ...PUT_OFF }));
  await writeFile(join(etc, 'main.cf'), settings(site, folder));
  await writeFile(join(etc, 'master.cf'), services(site));
  await control(folder, 'start');
  return {
    log: () => readFile(join(folder, 'mail.log'), 'utf8').catch(() => 'Postfix wrote no log'),
    stop: () => control(folder, 'stop'),
  };
}

export async function endGreylisting(site: Site): Promise<void> {
  const folder = join(site.folder, 'postfix');
  await writeFile(join(folder, 'etc', 'recipients'), table(REFUSED));
  await control(folder, 'reload');
}

function table(lines: Readonly<Record<string, string>>): string {
  return Object.entries(lines)
    .map(([domain, what]) => `${domain} ${what}\n`)
    .join('');
}

/** Its words go to a file: a server that lives on would hold a pipe open. */
async function control(folder: string, verb: 'start' | 'stop' | 'reload'): Promise<void> {
  const said = join(folder, `${verb}.log`);
  const file = await open(said, 'w');
  const postfix = spawn('postfix', ['-c', join(folder, 'etc'), verb], {
    stdio: ['ignore', file.fd, file.fd],
  });
  const [exit] = (await once(postfix, 'exit')) as [number | null];
  await file.close();
  if (exit !== 0) throw new Error(`postfix ${verb}: ${await readFile(said, 'utf8')}`);
}

function settings({ ports, certificate, key }: Site, folder: string): string {
  return `
compatibility_level = 3.6
config_directory = ${folder}/etc
queue_directory = ${folder}/spool
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/mail.log
myhostname = mail.forening.test
mydomain = forening.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_host_lookup = native
disable_dns_lookups = yes
smtpd_peername_lookup = no
default_transport = error:5.1.2 no way out of the test
relay_transport = error:5.1.2 no way out of the test
alias_maps =
local_recipient_maps =
smtpd_reject_unlisted_recipient = no
# Dovecot says 550 for those it does not know, and Postfix writes the bounce.
virtual_mailbox_domains = forening.test, laug.test, havn.test, kunst.test
virtual_transport = lmtp:inet:127.0.0.1:${ports.lmtp}
relay_domains = ${[...Object.keys(TAKEN_THEN), ...Object.keys(REFUSED)].join(', ')}
transport_maps = texthash:${folder}/etc/transport
smtpd_recipient_restrictions = check_recipient_access texthash:${folder}/etc/recipients, permit_mynetworks, permit_sasl_authenticated, reject
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject
smtpd_tls_cert_file = ${certificate}
smtpd_tls_key_file = ${key}
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${ports.login}
access_map_reject_code = 550
queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 2s
delay_warning_time = 5s
`;
}

function smtpd(port: number, ...options: readonly string[]): string {
  return [`127.0.0.1:${port} inet n - n - - smtpd`, ...options.map((each) => `  -o ${each}`)].join(
    '\n',
  );
}

function services({ ports }: Site): string {
  const login = [
    'smtpd_sasl_auth_enable=yes',
    'mynetworks=',
    'smtpd_relay_restrictions=permit_sasl_authenticated,reject',
    'smtpd_client_restrictions=permit_sasl_authenticated,reject',
  ];
  return `
${smtpd(ports.smtp)}
${smtpd(ports.submission, 'smtpd_tls_security_level=encrypt', ...login)}
${smtpd(ports.smtps, 'smtpd_tls_wrappermode=yes', ...login)}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
`;
}

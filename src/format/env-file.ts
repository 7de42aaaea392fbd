/** A first .env: where the mailbox is. */

export interface MailboxAccess {
  readonly smtp: string;
  readonly imap: string;
  readonly user: string;
  /** Empty where it is to be filled in later. */
  readonly password: string;
}

export function envFile(comment: readonly string[], access: MailboxAccess): string {
  return [
    ...comment.map((line) => `# ${line}`),
    `MIKRONET_SMTP_URL=${access.smtp}`,
    `MIKRONET_IMAP_URL=${access.imap}`,
    `MIKRONET_USER=${access.user}`,
    `MIKRONET_PASSWORD=${access.password}`,
    '',
  ].join('\n');
}

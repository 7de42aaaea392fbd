/** What OpenSSL says between its colons, without the places in its own source. */
export function withoutOpenSsl(message: string): string {
  return message.replace(/^[\dA-F]+:error:[\dA-F]+:(?:[^:]*:){2}([^:]+):.*$/is, '$1');
}

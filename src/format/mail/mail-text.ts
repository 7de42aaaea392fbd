/** A mail of ours as words: without quoted-printable and encoded words (RFC 2045, 2047), for a search. */

/** `mail` is the whole mail as it is stored; what is coded in another way stays as it is. */
export function mailText(mail: string): string {
  const unfolded = mail
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?\s]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? fromBase64(text) : text.replaceAll('_', ' '),
    );
  return unfolded.replaceAll(/(?:=[0-9A-F]{2})+/g, (escapes) =>
    new TextDecoder().decode(
      Uint8Array.from(escapes.slice(1).split('='), (each) => Number.parseInt(each, 16)),
    ),
  );
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (each) => each.charCodeAt(0)));
  } catch {
    return text;
  }
}

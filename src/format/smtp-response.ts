/**
 * What an SMTP server's reply line means for a message and for the run. RFC 5321 4.2 (codes),
 * RFC 3463 (enhanced codes); the words are those that large providers put into their refusals.
 */
import type { Outcome, Stage, StopReason } from '../world.ts';

export interface Said {
  /** As the server wrote it; several lines are joined by newlines. */
  readonly response: string;
  readonly stage: Stage;
  readonly loggedIn: boolean;
}

/** Of a sender who sends too much; words of greylisting ("try again later") are not among them. */
const LIMIT_WORDS =
  /\b(?:rate|limits?|limited|quota|too many|too fast|too much|exceeded|throttl\w*|busy|suspended|blocked for spam)\b/i;

/** Said to somebody who has not logged in. */
const RELAY_WORDS = /\brelay(?:ing)?\b|authentication (?:is )?required|not logged in/i;

/** A reply that is not the one hoped for (2yz, or 3yz to DATA): what became of the message. */
export function outcomeOf({ response, stage, loggedIn }: Said): Outcome {
  const line = oneLine(response);
  const code = Number(/^[2-5]\d\d(?=[ -]|$)/.exec(line)?.[0] ?? 0);
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(line)?.[1] ?? '';
  const deferred = (stop?: StopReason): Outcome => ({
    kind: 'deferred',
    response: line,
    stage,
    ...(stop && { stop }),
  });

  if (code < 400) {
    // Neither yes nor no: after the content nobody knows.
    return stage === 'content'
      ? { kind: 'in-doubt', response: line, stop: 'not-smtp' }
      : deferred('not-smtp');
  }
  if (isLimit(code, enhanced, line)) return deferred('rate-limited');
  if (code < 500)
    return deferred(['connect', 'greeting'].includes(stage) ? 'unreachable' : undefined);
  if (stage === 'connect' || stage === 'greeting') {
    // 500 to 504: it does not know what it was told (RFC 5321, 4.2.2).
    return deferred(code <= 504 ? 'not-smtp' : 'unreachable');
  }
  if (stage === 'tls') return deferred('no-starttls');
  if (stage === 'auth' || code === 530 || code === 535) return deferred('login-refused');
  if (enhanced === '5.3.4' || (code === 552 && stage === 'mail')) return deferred('too-large');
  if (stage === 'mail') return deferred('sender-refused');
  if (stage === 'rcpt' && !loggedIn && RELAY_WORDS.test(line)) return deferred('login-refused');
  return { kind: 'refused', response: line, stage };
}

function isLimit(code: number, enhanced: string, line: string): boolean {
  if (code === 421 || code === 454) return true;
  if (code < 500) {
    if (enhanced.startsWith('4.3.')) return true;
    return (enhanced === '' || enhanced.startsWith('4.7.')) && LIMIT_WORDS.test(line);
  }
  return enhanced === '5.4.5' || (enhanced.startsWith('5.7.') && LIMIT_WORDS.test(line));
}

/** As it goes into the journal and onto a screen: one line, not endless. */
export function oneLine(response: string): string {
  return response
    .replaceAll(/\s*\r?\n\s*/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 500)
    .trim();
}

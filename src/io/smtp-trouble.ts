/** What nodemailer throws, as an outcome. It gives one code for many troubles; we look closer. */
import { oneLine, outcomeOf } from '../format/smtp-response.ts';
import { withoutOpenSsl } from './tls-words.ts';
import type { Outcome, Stage, StopReason } from '../world.ts';

interface SmtpTrouble extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
}

export interface Circumstances {
  /** How far the dialogue had come, as far as we know without the error. */
  readonly stage: Stage;
  readonly loggedIn: boolean;
}

/** `circumstances.stage` is `content` from the moment when the first byte of it may have left. */
export function outcomeOfTrouble(error: SmtpTrouble, circumstances: Circumstances): Outcome {
  const { loggedIn } = circumstances;
  const stage = circumstances.stage === 'content' ? 'content' : stageOf(error, circumstances.stage);
  // Said while TLS was wanted, the code of the reply hardly matters.
  if (stage === 'tls' && error.response) {
    return { kind: 'deferred', response: oneLine(error.response), stage, stop: 'no-starttls' };
  }
  if (error.response) return outcomeOf({ response: error.response, stage, loggedIn });
  const response = oneLine(withoutOpenSsl(error.message));
  const stop = stopOf(error, stage);
  return stage === 'content'
    ? { kind: 'in-doubt', response, stop }
    : { kind: 'deferred', response, stage, stop };
}

function stageOf({ command = '', code = '', message }: SmtpTrouble, sofar: Stage): Stage {
  if (command === 'MAIL FROM') return 'mail';
  if (command === 'RCPT TO') return 'rcpt';
  if (command === 'DATA') return 'data';
  if (command === 'STARTTLS' || code === 'ETLS') return 'tls';
  if (command.startsWith('AUTH') || code === 'EAUTH') return 'auth';
  if (/greeting/i.test(message)) return 'greeting';
  return sofar;
}

function stopOf(error: SmtpTrouble, stage: Stage): StopReason {
  const what = `${error.originalCode ?? ''} ${error.code ?? ''} ${error.message}`;
  if (/EMESSAGE.*larger than allowed/.test(what)) return 'too-large';
  if (/wrong version number|WRONG_VERSION|EPROTO\b|packet length|ERR_SSL/i.test(what)) {
    return 'not-smtp';
  }
  if (/certificate|altname|self.signed|CERT_|UNABLE_TO_|issuer/i.test(what)) return 'certificate';
  if (stage === 'tls') return /closed/.test(what) ? 'unreachable' : 'no-starttls';
  if (stage === 'auth' && error.code === 'EAUTH') return 'login-refused';
  if (error.code === 'EPROTOCOL') return 'not-smtp';
  if (error.code === 'ETIMEDOUT' && stage !== 'connect') return 'timeout';
  return 'unreachable';
}

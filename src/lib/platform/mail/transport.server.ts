// One message to one server, and what is known of it afterwards.
import { createTransport } from 'nodemailer';
import type { MailTrouble } from './mail-server.ts';
import type { MailServerWithSecret } from './server.server.ts';

export interface Letter {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
}

/**
 * `sent`: the server took it. `waiting`: it surely has not, and may later. `failed`: it surely never will.
 * `unsure`: nobody can say, so that sending again may repeat it.
 */
export type Outcome =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting' | 'failed' | 'unsure'; readonly trouble: MailTrouble };

const TIMEOUT_MS = 15_000;

/** Gives a letter to the server; never throws. */
export async function sendLetter(server: MailServerWithSecret, letter: Letter): Promise<Outcome> {
  const watch = new Watch();
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.password !== null && {
      auth: { user: server.username, pass: server.password },
    }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    logger: watch,
    debug: true,
    // Nothing a letter names is fetched from the disk or the network.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: { name: server.senderName, address: server.senderAddress },
      to: letter.to,
      subject: letter.subject,
      text: letter.body,
      messageId: letter.messageId,
      // Absence notes of recipients aren't asked for.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { state: 'sent' };
  } catch (failure) {
    return outcomeOf(failure as SmtpFailure, watch.handedOver);
  } finally {
    transport.close();
  }
}

/**
 * Sees whether the message itself was begun: the library's errors name every line that broke `CONN`, also
 * one that broke after the message was through. It keeps nothing of what it sees.
 */
class Watch {
  handedOver = false;

  debug(entry: unknown, text: unknown): void {
    const { tnx } = (entry ?? {}) as { tnx?: string };
    if (tnx === 'client' && text === 'DATA') this.handedOver = true;
  }
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
}

function outcomeOf({ code, responseCode }: SmtpFailure, handedOver: boolean): Outcome {
  if (code === 'EAUTH') return { state: 'waiting', trouble: 'signing-in' };
  if (code === 'ETLS') return { state: 'waiting', trouble: 'tls' };
  if (responseCode !== undefined) {
    return responseCode >= 500
      ? { state: 'failed', trouble: 'refused' }
      : { state: 'waiting', trouble: 'later' };
  }
  if (handedOver) return { state: 'unsure', trouble: 'unknown' };
  if (code === 'EENVELOPE') return { state: 'failed', trouble: 'refused' };
  return { state: 'waiting', trouble: code === 'ETIMEDOUT' ? 'too-slow' : 'unreachable' };
}

// An office run as a process of its own for a trial, on a cluster that the trial may stop, and plain requests
// to it: whoever is asked, nothing in between keeps or mends an answer.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { request } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { passwordOf } from './browser-people.server.ts';
import type { ThrowAwayCluster } from './throw-away-cluster.server.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

export interface Asked {
  readonly host?: string | undefined;
  /** Cookies of somebody signed in. */
  readonly session?: string;
  /** A form, which makes it a sending. */
  readonly body?: string;
  /** A word for the figures. */
  readonly bearer?: string;
}

export interface TrialOffice {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it printed: the first time with the passwords of the demonstration. */
  readonly words: string;
  ask(where: string, asked?: Asked): Promise<Answer>;
  /** Signs in by the passwords that `words` names. @returns the cookies */
  signIn(login: string, words?: string): Promise<string>;
  end(): Promise<void>;
}

/** How the office's processes see the cluster and their data folder. */
export function trialEnvironment(
  cluster: ThrowAwayCluster,
  data: string,
  more: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LOA_DATA: data,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: addressOf(cluster.app),
    DATABASE_OWNER_URL: addressOf(cluster.owner),
    ...more,
  };
}

/** Starts one, as `npm start` does. */
export async function startTrialOffice(env: NodeJS.ProcessEnv): Promise<TrialOffice> {
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/loa.mjs'), 'start'], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let words = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk;
      const address = /^Loa đang chạy: (http:\S+)/m.exec(words)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the office ended (${code}):\n${words}`)));
  });
  const ask: TrialOffice['ask'] = (where, asked = {}) => askAt(url, where, asked);
  return {
    process: child,
    url,
    words,
    ask,
    async signIn(login, from = words) {
      const form = new URLSearchParams({ login, password: passwordOf(login, from) });
      const answer = await ask('/dang-nhap', { body: form.toString() });
      if (answer.status !== 303) throw new Error(`${login} was not let in: ${answer.status}`);
      return [answer.headers['set-cookie'] ?? []]
        .flat()
        .map((each) => each.split(';')[0])
        .join('; ');
    },
    async end() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a command of `loa` beside the office. */
export async function runCommand(env: NodeJS.ProcessEnv, ...command: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(PROJECT, 'cli/main.ts'), ...command], {
    cwd: PROJECT,
    env,
  });
}

function askAt(
  url: string,
  where: string,
  { host, session, body, bearer }: Asked,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const target = new URL(where, url);
    const headers = {
      host: host ?? target.host,
      ...(session && { cookie: session }),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && {
        origin: target.origin,
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }),
    };
    const method = body === undefined ? 'GET' : 'POST';
    const asked = request(target, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
      answer.on('error', reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

function addressOf({ user, password, host, port, database }: pg.PoolConfig): string {
  const place = new URLSearchParams({ host: String(host), port: String(port) });
  return `postgres://${user}:${String(password)}@/${database}?${place}`;
}

// nginx serving one file, where nginx is installed: what a page from memory is held against besides
// a bare node:http server.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Nginx {
  readonly url: string;
  readonly version: string;
  stop(): void;
}

/** Starts nginx on the file `page` in `folder`; undefined where there is none. */
export async function startNginx(folder: string): Promise<Nginx | undefined> {
  const asked = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  if (asked.error) return undefined;
  const port = await freePort();
  const settings = path.join(folder, 'nginx.conf');
  writeFileSync(settings, configuration(folder, port));
  const child = spawn('nginx', ['-p', folder, '-c', settings], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/page`;
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) {
      const version = asked.stderr.trim().split('/').at(-1) ?? '';
      return { url, version, stop: () => child.kill('SIGTERM') };
    }
    await sleep(50);
  }
  // Killed outright its workers would stay.
  child.kill('SIGTERM');
  throw new Error('nginx is installed, but did not answer');
}

/** One worker for each of two cores, one file, as a plain site is served; its log is on, like ours. */
function configuration(folder: string, port: number): string {
  // Started by root its workers would become somebody else, who may not read the folder.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}daemon off;
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log ${folder}/access.log combined buffer=16k flush=2s;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  sendfile on;
  keepalive_requests 1000000;
  open_file_cache max=16;
  default_type text/html;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

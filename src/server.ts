// The HTTP entry: the built pages behind Node's own server.
import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, lets open ones finish for a moment, then ends. */
  close(): Promise<void>;
}

const BUILT_HANDLER = path.resolve(import.meta.dirname, '../build/handler.js');
const LAST_REQUESTS_MS = 5_000;

/** Starts serving. The database must be open. Rejects with Node's own error when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  if (!existsSync(BUILT_HANDLER)) throw new Error('the pages are not built: run npm run build');
  // Read by the built handler when it loads: uploads are limited where they are stored.
  process.env.BODY_SIZE_LIMIT ??= 'Infinity';
  const { handler } = (await import(pathToFileURL(BUILT_HANDLER).href)) as {
    handler: RequestListener;
  };
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${name}:${port}/`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
      await closed;
      clearTimeout(patience);
    },
  };
}

// The yardsticks a page is held against, in a process of their own: a bare node:http server that
// sends the same bytes, and the same with one primary-key SELECT before it (ruling 23).
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const [bytesFile = '', database = ''] = process.argv.slice(2);
const bytes = readFileSync(bytesFile);
const pool = database
  ? new pg.Pool({ ...(JSON.parse(database) as pg.PoolConfig), max: 12 })
  : undefined;

const server = createServer((_request, response) => {
  const answer = () => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': bytes.byteLength });
    response.end(bytes);
  };
  if (!pool) return answer();
  void pool
    .query({
      name: 'one',
      text: 'SELECT host FROM commune_host WHERE host = $1',
      values: ['localhost'],
    })
    .then(answer);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
process.on('SIGTERM', () => process.exit(0));

// Root certificates the administrator trusts: files of the data folder, PEM or DER.
import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '../postgres/instance.server.ts';
import { log } from '../log.server.ts';

const FOLDER = 'chung-thu-goc';
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Certificates of the folder as DER; a file that holds none is named in the log and left out. */
export async function readTrustedRoots(): Promise<Uint8Array[]> {
  const folder = join(dataFolder(), FOLDER);
  const names = await readdir(folder).catch(() => [] as string[]);
  const found = await Promise.all(
    names
      .filter((name) => /\.(?:pem|crt|cer|der)$/i.test(name))
      .map(async (name) => certificatesIn(name, await readFile(join(folder, name)))),
  );
  return found.flat();
}

function certificatesIn(name: string, bytes: Buffer): Uint8Array[] {
  const pems = bytes.toString('latin1').match(PEM);
  try {
    return (pems ?? [bytes]).map((one) => new Uint8Array(new X509Certificate(one).raw));
  } catch {
    log.warn({ file: name }, 'not a certificate, left out of the trusted roots');
    return [];
  }
}

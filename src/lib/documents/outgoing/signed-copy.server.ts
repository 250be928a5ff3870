// The signed copy of a paper: one PDF, signed digitally or scanned, or pictures of its pages. Files are kept and
// their signatures checked before the transaction that names them.
import { signatureFaults, type SignatureReport } from '#lib/platform/index.ts';
import {
  checkPdfSignatures,
  readTrustedRoots,
  storeFile,
  type StoredFile,
} from '#lib/platform/index.server.ts';
import { outgoingError } from './errors.ts';

const PDF = 'application/pdf';
const ALLOWED = [PDF, 'image/jpeg', 'image/png'];
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_PAGES = 30;
const UNSIGNED: SignatureReport = { signatures: [], verdict: 'unsigned' };

export interface SignedPage {
  readonly file: StoredFile;
  readonly signatures: SignatureReport;
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps the files of a signed copy and checks the signatures of a PDF.
 * @throws LoaError `file.*`, `outgoing.no-signed-file`, `outgoing.mixed-files`,
 *   `outgoing.too-many-pages`, `outgoing.signature-broken`
 */
export async function takeInSignedCopy(
  communeId: string,
  files: readonly SentFile[],
  now: Date,
): Promise<SignedPage[]> {
  if (files.length === 0) throw outgoingError('outgoing.no-signed-file', {}, 'files');
  if (files.length > MAX_PAGES) {
    const count = files.length;
    throw outgoingError('outgoing.too-many-pages', { count, limit: MAX_PAGES }, 'files');
  }
  const roots = await readTrustedRoots();
  const pages: SignedPage[] = [];
  for (const { name, bytes } of files) {
    const file = await storeFile(communeId, bytes, { name, maxBytes: MAX_BYTES, allow: ALLOWED });
    if (file.mediaType === PDF && files.length > 1)
      throw outgoingError('outgoing.mixed-files', {}, 'files');
    const signatures =
      file.mediaType === PDF ? await checkPdfSignatures(bytes, { roots, now }) : UNSIGNED;
    if (signatures.verdict === 'broken') {
      throw outgoingError(
        'outgoing.signature-broken',
        { name, faults: faultsInWords(signatures) },
        'files',
      );
    }
    pages.push({ file, signatures });
  }
  return pages;
}

/**
 * A copy whose signatures prove nobody goes out on a person's word only.
 * @throws LoaError `outgoing.signer-unproven`
 */
export function refuseUnproven({ signatures }: SignedPage): void {
  if (signatures.verdict !== 'untrusted') return;
  const faults = faultsInWords(signatures);
  throw outgoingError('outgoing.signer-unproven', { faults }, 'signatureSeen');
}

/** What speaks against the signatures, once each. */
function faultsInWords({ signatures }: SignatureReport): string {
  const faults = new Set(signatures.flatMap((one) => one.faults));
  return [...faults].map((fault) => signatureFaults[fault]).join('; ');
}

// Checks the digital signatures of a PDF without the network (ruling 40): that the file is what was
// signed, and that the signer's certificate leads to a root the administrator placed.
import { X509Certificate } from 'node:crypto';
import {
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { sha256Hex } from '../digest.server.ts';
import { findSignatures, type SignaturePlace } from './pdf-signature.ts';
import {
  reportOf,
  type CheckedSignature,
  type SignatureFault,
  type SignatureReport,
} from './verdict.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const COMMON_NAME = /^CN=(.+)$/m;
const ORGANISATION = /^O=(.+)$/m;
/** SHA-256, SHA-384, SHA-512. */
const DIGESTS = ['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3'];
/** Those whose CMS object signs the file itself and carries no content of its own. */
const DETACHED = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];

/**
 * @param roots certificates the chain may end in, DER
 * @param now for signatures that name no time
 */
export async function checkPdfSignatures(
  pdf: Uint8Array,
  { roots, now }: { readonly roots: readonly Uint8Array[]; readonly now: Date },
): Promise<SignatureReport> {
  const places = findSignatures(pdf);
  const trusted = roots.map((der) => Certificate.fromBER(der.slice().buffer));
  const checked: CheckedSignature[] = [];
  for (const place of places) checked.push(await checkPlace(place, trusted, now));
  const isWhole = places.some((place) => !place || place.end === pdf.byteLength);
  if (checked.length === 0 || isWhole) return reportOf(checked);
  return reportOf(checked.map((one) => ({ ...one, faults: [...one.faults, 'appended'] })));
}

const UNREADABLE: CheckedSignature = {
  signer: '',
  organisation: '',
  issuer: '',
  signedAt: null,
  faults: ['malformed'],
};

async function checkPlace(
  place: SignaturePlace | undefined,
  roots: readonly Certificate[],
  now: Date,
): Promise<CheckedSignature> {
  if (!place || !DETACHED.includes(place.subFilter ?? '')) return UNREADABLE;
  const signed = readSignedData(place.cms);
  const [info] = signed?.signerInfos ?? [];
  const certificates = (signed?.certificates ?? []).filter((one) => one instanceof Certificate);
  const own = info && certificates.find((one) => isOf(info, one));
  if (!signed || !info || !own || signed.signerInfos.length !== 1) return UNREADABLE;
  const signedAt = signingTimeOf(info) ?? place.writtenAt;
  const certificate = new X509Certificate(new Uint8Array(own.toSchema().toBER()));
  const faults: SignatureFault[] = [];
  if (!DIGESTS.includes(info.digestAlgorithm.algorithmId)) faults.push('weak-digest');
  else if (!(await isIntact(signed, place))) faults.push('tampered');
  faults.push(...(await doubtsOf(own, certificates, roots, signedAt ?? now)));
  return {
    signer: COMMON_NAME.exec(certificate.subject)?.[1] ?? '',
    organisation: ORGANISATION.exec(certificate.subject)?.[1] ?? '',
    issuer: COMMON_NAME.exec(certificate.issuer)?.[1] ?? '',
    signedAt: signedAt?.toISOString() ?? null,
    faults,
  };
}

function readSignedData(cms: Uint8Array): SignedData | undefined {
  try {
    const { contentType, content } = ContentInfo.fromBER(cms.slice().buffer);
    if (contentType !== SIGNED_DATA) return undefined;
    const signed = new SignedData({ schema: content });
    return signed.encapContentInfo.eContent ? undefined : signed;
  } catch {
    // Not CMS at all, or broken in the middle.
    return undefined;
  }
}

function isOf({ sid }: SignerInfo, certificate: Certificate): boolean {
  const { issuer, serialNumber } = sid as { issuer?: unknown; serialNumber?: unknown };
  if (issuer === undefined || serialNumber === undefined) return false;
  return (
    certificate.serialNumber.isEqual(serialNumber as Certificate['serialNumber']) &&
    certificate.issuer.isEqual(issuer as Certificate['issuer'])
  );
}

function signingTimeOf({ signedAttrs }: SignerInfo): Date | null {
  const found = signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME);
  const [value] = (found?.values ?? []) as { toDate?: () => Date }[];
  return value?.toDate?.() ?? null;
}

async function isIntact(signed: SignedData, place: SignaturePlace): Promise<boolean> {
  const data = new Uint8Array(Buffer.concat(place.covered));
  try {
    return await signed.verify({ signer: 0, data: data.buffer, checkChain: false });
  } catch {
    // The library throws where digest or signature don't fit.
    return false;
  }
}

/** Why the certificate can't be trusted for this time; revocation isn't asked. */
async function doubtsOf(
  own: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
): Promise<SignatureFault[]> {
  if (at > own.notAfter.value) return ['expired'];
  if (at < own.notBefore.value) return ['not-yet-valid'];
  if (roots.length === 0) return ['no-roots'];
  // The leaf stands last: the engine builds the path of the last certificate.
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...roots],
    certs: [...others.filter((one) => one !== own && !isAmong(one, roots)), own],
    checkDate: at,
  });
  const { result } = await engine.verify().catch(() => ({ result: false }));
  return result ? [] : ['unknown-root'];
}

function isAmong(one: Certificate, certificates: readonly Certificate[]): boolean {
  const digest = digestOf(one);
  return certificates.some((other) => digestOf(other) === digest);
}

function digestOf(certificate: Certificate): string {
  return sha256Hex(new Uint8Array(certificate.toSchema().toBER()));
}

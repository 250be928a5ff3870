// Certificates and signed PDFs that tests make for themselves.
import { randomInt } from 'node:crypto';
import { Utf8String, Integer, ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  Attribute,
  getCrypto,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

const HOLE = 8192;
const DIGEST = 'SHA-256';

export interface SampleIdentity {
  readonly certificate: Certificate;
  readonly keys: CryptoKeyPair;
}

interface Asked {
  readonly name: string;
  /** Who vouches for it; by itself when left out. */
  readonly by?: SampleIdentity;
  readonly from?: string;
  readonly to?: string;
}

/** A certificate with its keys; one that nobody vouches for is a root. */
export async function makeIdentity(asked: Asked): Promise<SampleIdentity> {
  const crypto = getCrypto(true);
  const keys = (await crypto.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: randomInt(1, 1e9) });
  named(certificate.subject, asked.name);
  if (asked.by) certificate.issuer = asked.by.certificate.subject;
  else named(certificate.issuer, asked.name);
  certificate.notBefore.value = new Date(asked.from ?? '2020-01-01');
  certificate.notAfter.value = new Date(asked.to ?? '2030-01-01');
  const constraints = new BasicConstraints({ cA: asked.by === undefined });
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: constraints.toSchema().toBER(),
      parsedValue: constraints,
    }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((asked.by ?? { keys }).keys.privateKey, DIGEST);
  return { certificate, keys };
}

export function derOf({ certificate }: SampleIdentity): Uint8Array {
  return new Uint8Array(certificate.toSchema(true).toBER());
}

function named(name: Certificate['subject'], words: string): void {
  name.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: words }) }),
  );
}

/** A small PDF signed by `signer` at a time, in the way of `adbe.pkcs7.detached`. */
export async function signPdf(
  signer: SampleIdentity,
  signedAt: string,
  words = 'Bao cao ket qua',
): Promise<Uint8Array> {
  const front = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Words (${words}) >>\nendobj\n2 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached `;
  const back = ' >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';
  const range = (length: number, next: number, rest: number) =>
    `/ByteRange [0 ${[length, next, rest].map((one) => String(one).padStart(8, '0')).join(' ')}] /Contents `;
  const length = front.length + range(0, 0, 0).length;
  const next = length + HOLE + 2;
  const head = Buffer.from(front + range(length, next, back.length), 'latin1');
  const tail = Buffer.from(back, 'latin1');
  const cms = await sign(signer, new Date(signedAt), Buffer.concat([head, tail]));
  const hex = cms.toString('hex').padEnd(HOLE, '0');
  return Buffer.concat([head, Buffer.from(`<${hex}>`, 'latin1'), tail]);
}

async function sign(signer: SampleIdentity, at: Date, data: Uint8Array): Promise<Buffer> {
  const { certificate, keys } = signer;
  const digest = await getCrypto(true).digest(DIGEST, data.slice());
  const attribute = (type: string, value: object) => new Attribute({ type, values: [value] });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(
              '1.2.840.113549.1.9.3',
              new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' }),
            ),
            attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: at })),
            attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(keys.privateKey, 0, DIGEST, data.slice().buffer);
  const content = new ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: signed.toSchema(true),
  });
  return Buffer.from(content.toSchema().toBER());
}

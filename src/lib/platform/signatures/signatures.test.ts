// Signed PDFs: what was signed passes; a byte changed, a part added, a stranger's or a stale
// certificate is each told for what it is.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkPdfSignatures } from './check-pdf.server.ts';
import { derOf, makeIdentity, signPdf, type SampleIdentity } from './sample-signatures.server.ts';

const AT = '2023-06-30T02:00:00Z';
const now = new Date(AT);
let root: SampleIdentity;
let signer: SampleIdentity;
let signed: Uint8Array;

beforeAll(async () => {
  root = await makeIdentity({ name: 'Gốc thử nghiệm' });
  signer = await makeIdentity({ name: 'Chủ tịch', by: root });
  signed = await signPdf(signer, AT);
});

const check = (pdf: Uint8Array, roots = [derOf(root)]) => checkPdfSignatures(pdf, { roots, now });
const faultsOf = async (pdf: Uint8Array, roots?: Uint8Array[]) =>
  (await check(pdf, roots)).signatures.flatMap(({ faults }) => faults);

describe('a signed PDF', () => {
  test('passes, and tells who signed and when', async () => {
    expect(await check(signed)).toEqual({
      verdict: 'trusted',
      signatures: [
        {
          signer: 'Chủ tịch',
          organisation: '',
          issuer: 'Gốc thử nghiệm',
          signedAt: '2023-06-30T02:00:00.000Z',
          faults: [],
        },
      ],
    });
  });

  test('with one byte changed is broken, wherever the byte is', async () => {
    const hole = Buffer.from(signed).indexOf('<30');
    const placeOfSigned = fc.oneof(
      fc.nat(hole),
      fc.integer({ min: Buffer.from(signed).indexOf('00>') + 2, max: signed.length - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(placeOfSigned, fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Uint8Array.from(signed);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect((await check(changed)).verdict).not.toBe('trusted');
      }),
      { numRuns: 60 },
    );
    const changed = Buffer.from(signed);
    changed[changed.indexOf('ket qua')] = 'K'.charCodeAt(0);
    expect(await faultsOf(changed)).toEqual(['tampered']);
  });

  test('with a part added after signing says so', async () => {
    const longer = Buffer.concat([signed, Buffer.from('3 0 obj\n<< /More true >>\nendobj\n')]);
    expect(await faultsOf(longer)).toEqual(['appended']);
    expect((await check(longer)).verdict).toBe('broken');
  });

  test('whose hole holds more than the signature is malformed', async () => {
    const text = Buffer.from(signed).toString('latin1');
    const smuggled = text.replace(/00000000>/, '/Words>>>');
    expect(await faultsOf(Buffer.from(smuggled, 'latin1'))).toEqual(['malformed']);
    const padded = text.replace(/00000000>/, '00000001>');
    expect(await faultsOf(Buffer.from(padded, 'latin1'))).toEqual(['malformed']);
  });
});

describe('a certificate', () => {
  test('that leads to no trusted root is said, and so is a server without roots', async () => {
    const stranger = derOf(await makeIdentity({ name: 'Gốc khác' }));
    expect(await faultsOf(signed, [stranger])).toEqual(['unknown-root']);
    expect(await faultsOf(signed, [])).toEqual(['no-roots']);
    expect((await check(signed, [])).verdict).toBe('untrusted');
  });

  test('of a namesake of the root does not pass', async () => {
    const namesake = await makeIdentity({ name: 'Gốc thử nghiệm' });
    const false_ = await signPdf(await makeIdentity({ name: 'Chủ tịch', by: namesake }), AT);
    expect(await faultsOf(false_)).toEqual(['unknown-root']);
  });

  test('issued by one that is no authority does not pass', async () => {
    const leaf = await signPdf(await makeIdentity({ name: 'Người lạ', by: signer }), AT);
    expect(await faultsOf(leaf)).toEqual(['unknown-root']);
  });

  test('that had ended, or had not begun, when it signed is said', async () => {
    const past = await makeIdentity({ name: 'Cũ', by: root, to: '2022-01-01' });
    expect(await faultsOf(await signPdf(past, AT))).toEqual(['expired']);
    const coming = await makeIdentity({ name: 'Mới', by: root, from: '2024-01-01' });
    expect(await faultsOf(await signPdf(coming, AT))).toEqual(['not-yet-valid']);
  });
});

test('a PDF without a signature has nothing to check', async () => {
  expect(await check(Buffer.from('%PDF-1.7\n%%EOF'))).toEqual({
    signatures: [],
    verdict: 'unsigned',
  });
});

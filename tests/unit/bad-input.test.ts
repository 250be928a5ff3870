// Files that can't be read: each gets its own code and a message that names the file and what to do.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isLoaError } from '#lib/platform/index.ts';
import { planPieces, plainDocx, typstPdf } from '../support/office-files.server.ts';
import { readDocumentFile, readHere } from '#lib/documents/index.server.ts';

const plan = readFileSync(new URL('../../data/demo/ke-hoach-mau.txt', import.meta.url));

async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readHere(bytes, { name });
  } catch (error) {
    if (!isLoaError(error)) throw error;
    expect(error.what).toContain(name);
    // Media types are no words of an office.
    expect(error.what).not.toMatch(/(?:application|image|audio|video|text)\//);
    expect(error.todo.length).toBeGreaterThan(20);
    return error.code;
  }
  return 'read';
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** An archive of one stored or deflated entry; `flags` 1 says that it is encrypted. */
function archive(
  name: string,
  content: Uint8Array,
  given: { flags?: number; size?: number } = {},
): Uint8Array {
  const data = deflateRawSync(content);
  const size = given.size ?? content.length;
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(given.flags ?? 0, 2);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(size, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    shared,
    Buffer.from(name),
    data,
  ]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    shared,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('a file that cannot be read is refused with its own words', () => {
  test('empty', async () => {
    expect(await refusal(new Uint8Array(), 'trong.txt')).toBe('document.empty');
    expect(await refusal(ascii(' \n \n'), 'trong.txt')).toBe('document.empty');
  });

  test('over 30 MB', async () => {
    expect(await refusal(new Uint8Array(31 * 1024 * 1024), 'lon.pdf')).toBe('document.too-large');
  });

  test('another type behind a right name', async () => {
    expect(await refusal(plan, 'ke-hoach.docx')).toBe('document.type-mismatch');
    expect(await refusal(plan, 'ke-hoach.pdf')).toBe('document.type-mismatch');
    expect(
      await refusal(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0', 'latin1'), 'anh.docx'),
    ).toBe('document.unknown-type');
    expect(
      await refusal(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0', 'latin1'), 'trang-1.png'),
    ).toBe('document.scanned');
    expect(await refusal(archive('xl/workbook.xml', ascii('<a/>')), 'bang.docx')).toBe(
      'document.unknown-type',
    );
  });

  test('an archive of nothing', async () => {
    const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
    expect(await refusal(end, 'rong.docx')).toBe('document.unknown-type');
  });

  test('a program behind the name of a document', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(600)]);
    expect(await refusal(program, 'ke-hoach.pdf')).toBe('document.unknown-type');
  });

  test('Word of before 2007, and one sealed with a password', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await refusal(compound, 'cu.doc')).toBe('document.old-word');
    const sealed = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal(sealed, 'khoa.docx')).toBe('document.password');
    expect(
      await refusal(archive('word/document.xml', ascii('<a/>'), { flags: 1 }), 'khoa.docx'),
    ).toBe('document.password');
  });

  test('a Word file that unpacks without end', async () => {
    const huge = new Uint8Array(64 * 1024 * 1024);
    expect(await refusal(archive('word/document.xml', huge), 'bom.docx')).toBe('document.bomb');
    // One that lies about its size is found out while it unpacks.
    expect(['document.bomb', 'document.damaged']).toContain(
      await refusal(archive('word/document.xml', huge, { size: 100 }), 'bom.docx'),
    );
  });

  test('a damaged Word file or PDF', async () => {
    const whole = await plainDocx(planPieces(plan.toString('utf8')));
    expect(await refusal(whole.subarray(0, whole.length / 2), 'hong.docx')).toBe(
      'document.damaged',
    );
    expect(
      await refusal(archive('word/document.xml', ascii('<w:document><w:body>')), 'hong.docx'),
    ).toBe('document.damaged');
    expect(await refusal(ascii('%PDF-1.7\nkhông còn gì'), 'hong.pdf')).toBe('document.damaged');
  });

  test('a PDF without a layer of text', async () => {
    expect(await refusal(await typstPdf('#rect(width: 10cm, height: 10cm)'), 'quet.pdf')).toBe(
      'document.scanned',
    );
  });

  test('broken UTF-8', async () => {
    const broken = Buffer.concat([plan, Buffer.from([0xe1, 0xbb]), Buffer.from(' hết')]);
    expect(await refusal(broken, 'hong.txt')).toBe('document.broken-text');
    const half = Buffer.from('\ufeffKế hoạch \ud800 hết', 'utf16le');
    expect(await refusal(half, 'nua.txt')).toBe('document.broken-text');
  });

  test('a missing file', async () => {
    await expect(readHere('/khong/co/tep.txt')).rejects.toMatchObject({
      code: 'document.not-found',
    });
  });
});

describe('a strange file that can be read is read', () => {
  const read = (bytes: Uint8Array, name: string) => readHere(bytes, { name });
  const code = '02/KH-UBND';

  test('UTF-16 without its mark', async () => {
    const file = await read(Buffer.from(plan.toString('utf8'), 'utf16le'), 'u16.txt');
    expect(file.source.encoding).toBe('utf-16le');
    expect(file.read.document.code).toBe(code);
  });

  test('controls, which no database keeps', async () => {
    const file = await read(Buffer.concat([plan, Buffer.from('\0\x07\x1b hết')]), 'nul.txt');
    expect(file.text).not.toMatch(/(?![\t\n\f])\p{Cc}/u);
  });

  test('a page of more frames than anyone writes keeps its words, not its scripts', async () => {
    const deep = `${'<div>'.repeat(5000)}${plan.toString('utf8')}<script>alert(1)</script>${'</div>'.repeat(5000)}`;
    const { text } = await read(Buffer.from(deep), 'sau.html');
    expect(text).toContain('Tuyên truyền cải cách hành chính');
    expect(text).not.toContain('alert');
  });

  test('lines of nothing but tabs, which make no table', async () => {
    const tabs = `${'\t'.repeat(500_000)}a\n${'a\tb\n'.repeat(100_000)}`;
    expect((await read(Buffer.from(tabs), 'tab.txt')).read.tables).toEqual([]);
  });
});

describe('reading in a process of its own', () => {
  test('answers as reading here does', async () => {
    expect(await readDocumentFile(plan, { name: 'ke-hoach.txt' })).toEqual(
      await readHere(plan, { name: 'ke-hoach.txt' }),
    );
  });

  test('passes refusals on', async () => {
    await expect(readDocumentFile(plan, { name: 'ke-hoach.pdf' })).rejects.toMatchObject({
      code: 'document.type-mismatch',
    });
    await expect(readDocumentFile('/khong/co/tep.txt')).rejects.toMatchObject({
      code: 'document.not-found',
    });
  });

  test('gives up in time', async () => {
    await expect(readDocumentFile(plan, { name: 'lau.txt', seconds: 0.01 })).rejects.toMatchObject({
      code: 'document.timeout',
    });
  });

  test('one after the other, and only so many at once', async () => {
    const many = Array.from({ length: 11 }, () =>
      readDocumentFile(plan, { name: 'nhieu.txt', seconds: 0.01 }),
    );
    const codes = (await Promise.allSettled(many)).map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : one.status,
    );
    expect(codes.filter((code) => code === 'document.busy')).toHaveLength(2);
    expect(codes.filter((code) => code === 'document.timeout')).toHaveLength(9);
    await expect(readDocumentFile(plan, { name: 'sau.txt' })).resolves.toBeDefined();
  });
});

// What a check of a PDF's signatures found, and how people are told.

/** What speaks against a signature. The first three mean: not what was signed. */
export const signatureFaults = {
  malformed: 'chữ ký không đúng cấu trúc, không kiểm tra được',
  tampered: 'nội dung tệp không khớp với chữ ký: tệp đã bị sửa sau khi ký hoặc chữ ký bị hỏng',
  appended: 'tệp có phần thêm vào sau khi ký, phần đó không được ký',
  'weak-digest': 'chữ ký dùng thuật toán băm cũ (SHA-1, MD5), không còn được tin cậy',
  'no-roots': 'máy chủ chưa có chứng thư gốc nào để đối chiếu',
  'unknown-root': 'chứng thư không thuộc tổ chức chứng thực nào mà quản trị viên đã tin cậy',
  expired: 'chứng thư đã hết hạn vào lúc ký',
  'not-yet-valid': 'chứng thư chưa có hiệu lực vào lúc ký',
} as const;
export type SignatureFault = keyof typeof signatureFaults;

export interface CheckedSignature {
  /** Common name in the signer's certificate; empty when it could not be read. */
  readonly signer: string;
  readonly organisation: string;
  readonly issuer: string;
  /** By the signer's own clock, ISO UTC. */
  readonly signedAt: string | null;
  readonly faults: readonly SignatureFault[];
}

export interface SignatureReport {
  readonly signatures: readonly CheckedSignature[];
  /**
   * `unsigned`: nothing to check. `broken`: not the bytes that were signed. `untrusted`: the bytes that
   * were signed, but by whom can't be trusted. Revocation is never asked: that needs the network.
   */
  readonly verdict: 'unsigned' | 'broken' | 'untrusted' | 'trusted';
}

const BROKEN: readonly SignatureFault[] = ['malformed', 'tampered', 'appended', 'weak-digest'];

export function reportOf(signatures: readonly CheckedSignature[]): SignatureReport {
  const faults = signatures.flatMap((one) => one.faults);
  if (signatures.length === 0) return { signatures, verdict: 'unsigned' };
  if (faults.some((fault) => BROKEN.includes(fault))) return { signatures, verdict: 'broken' };
  return { signatures, verdict: faults.length > 0 ? 'untrusted' : 'trusted' };
}

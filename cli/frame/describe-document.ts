// A document that was read, in lines for the terminal.
import type { DocumentReading, Finding } from '#lib/documents/index.ts';

const WORDS = { error: 'LỖI', warning: 'Cảnh báo', note: 'Ghi chú' } as const;

export function describeDocument({ document, source, references }: DocumentReading): string {
  const signer = document.signer;
  const lines = [
    `${document.typeName ?? 'Văn bản'} ${document.code ?? '(chưa có số)'} · ${source.format}, ${source.encoding}${sureness(source)}`,
    `Tên: ${document.title ?? 'không rõ'}`,
    `Cơ quan: ${[document.agencyParent, document.agency].filter(Boolean).join(' / ') || 'không rõ'}`,
    `Nơi, ngày: ${document.place ?? '…'}, ${document.date ?? 'chưa có ngày'}`,
    `Người ký: ${signer ? [signer.authority, signer.title, signer.name].filter(Boolean).join(' / ') : 'không rõ'}`,
    `Nơi nhận: ${document.recipients.length} · Viện dẫn: ${references.map(({ code }) => code).join(', ') || 'không có'}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Said where a person had better look: an encoding that was guessed, letters that were recognised. */
function sureness({ recognition, confidence }: DocumentReading['source']): string {
  const percent = Math.round(confidence * 100);
  if (recognition) return `, nhận dạng từ ${recognition.pages} trang ảnh, tin cậy ${percent} %`;
  return confidence < 1 ? `, tin cậy ${percent} %` : '';
}

export function describeFindings({ findings, text }: DocumentReading): string {
  if (findings.length === 0) return '';
  const lineOf = lineCounter(text);
  const lines = findings.map(
    ({ severity, message, span }) => `  dòng ${lineOf(span[0])} · ${WORDS[severity]}: ${message}`,
  );
  return `\n${findings.length} điều cần xem\n${lines.join('\n')}\n`;
}

/** 0 done, 3 done with findings that are errors. */
export function exitCodeFor(findings: readonly Finding[]): number {
  return findings.some(({ severity }) => severity === 'error') ? 3 : 0;
}

/** Which line a place is on; places mostly come in order, so that counting goes on from the last. */
function lineCounter(text: string): (at: number) => number {
  let [line, counted] = [1, 0];
  return (at) => {
    if (at < counted) [line, counted] = [1, 0];
    for (let next = text.indexOf('\n', counted); next >= 0 && next < at;) {
      [line, counted] = [line + 1, next + 1];
      next = text.indexOf('\n', counted);
    }
    return line;
  };
}

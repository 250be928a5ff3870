// Words of a scan that the machine doubts: a person holds them against the picture.
import { collapse } from '#lib/vietnam/index.ts';
import { finding, type Finding } from '../findings.ts';
import type { FileReading } from '../document-reading.ts';

/** A finding for each place that recognition was not sure of; none where the file had text. */
export function checkRecognised({ text, source }: Pick<FileReading, 'text' | 'source'>): Finding[] {
  const unsure = source.recognition?.unsure ?? [];
  return unsure.map((span) =>
    finding('scan.unsure', span, { words: collapse(text.slice(...span)) }),
  );
}

// Runs every rule of the room over a document that was read.
import type { FileReading } from '../document-reading.ts';
import type { Finding } from '../findings.ts';
import { flat } from '../flat.ts';
import type { ReadDocument } from '../reading.ts';
import { checkDecreeLayout } from './decree-layout.ts';
import { checkFurniture } from './furniture.ts';
import { checkHeader } from './head-and-tail.ts';
import { checkLevel } from './level.ts';
import { checkNumbering } from './numbering.ts';
import { checkPageLayout } from './page-layout.ts';
import { checkRecognised } from './recognised.ts';
import { checkReferences } from './reference-rules.ts';
import { checkSpelling } from './spelling.ts';

/** Findings about a document and what is attached to it, by their place. */
export function checkDocument({
  text,
  read,
  layout,
  source,
}: Pick<FileReading, 'text' | 'read' | 'layout'> & {
  source?: FileReading['source'];
}): Finding[] {
  const flatText = flat(text);
  const parts = [read, ...read.attachments];
  return [
    ...checkHeader(read),
    ...checkDecreeLayout(text, read),
    ...checkFurniture(text, read),
    ...(source ? checkRecognised({ text, source }) : []),
    ...(layout ? checkPageLayout(layout, [read.inner.span[0], read.inner.span[0]]) : []),
    ...parts.flatMap((part) => checkReferences(text, part)),
    ...parts.flatMap((part) => checkNumbering(text, part.inner.nodes)),
    ...checkLevel(text, flatText, read),
    ...checkSpelling(text, flatText, wholeOf(read)),
  ].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** From the head to the end of the last attachment: without the page around the document. */
function wholeOf(read: ReadDocument): [number, number] {
  const last = read.attachments.at(-1);
  return [read.inner.span[0], last ? last.inner.span[1] : read.inner.span[1]];
}

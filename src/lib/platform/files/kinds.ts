// Kinds of files the office takes in, and how each may be handed out again. A type that a browser
// would run (HTML, SVG, script) is never among them.
import { slugify } from '#lib/vietnam/index.ts';

export interface FileKind {
  readonly mediaType: string;
  readonly extension: string;
  /** As people name it. */
  readonly name: string;
  /** Shown inside the page; everything else is only offered for saving. */
  readonly inline: boolean;
}

export const fileKinds: readonly FileKind[] = [
  { mediaType: 'application/pdf', extension: 'pdf', name: 'PDF', inline: true },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    name: 'Word (.docx)',
    inline: false,
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    name: 'Excel (.xlsx)',
    inline: false,
  },
  { mediaType: 'image/jpeg', extension: 'jpg', name: 'ảnh JPEG', inline: true },
  { mediaType: 'image/png', extension: 'png', name: 'ảnh PNG', inline: true },
  { mediaType: 'image/webp', extension: 'webp', name: 'ảnh WebP', inline: true },
  { mediaType: 'image/avif', extension: 'avif', name: 'ảnh AVIF', inline: true },
  { mediaType: 'audio/mpeg', extension: 'mp3', name: 'âm thanh MP3', inline: true },
  { mediaType: 'audio/mp4', extension: 'm4a', name: 'âm thanh M4A', inline: true },
  { mediaType: 'text/plain', extension: 'txt', name: 'văn bản (.txt)', inline: true },
];

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

export function findFileKind(mediaType: string): FileKind | undefined {
  return fileKinds.find((kind) => kind.mediaType === mediaType);
}

/**
 * The name the public saves a file by: made of what it is called on the page, never of the name somebody
 * sent it in by, which may tell of people.
 * @example fileNameFor('Biên bản họp thôn', 'application/pdf') // 'bien-ban-hop-thon.pdf'
 */
export function fileNameFor(title: string, mediaType: string): string {
  return `${slugify(title, 80) || 'tep'}.${findFileKind(mediaType)?.extension ?? 'bin'}`;
}

const PROGRAM = /msdownload|dosexec|executable|x-elf|mach-binary|x-sh\b|java-archive|x-msi/;

/** What a file is in a reader's words, also where it isn't taken anywhere. */
export function fileKindInWords(mediaType: string): string {
  const known = findFileKind(mediaType);
  if (known) return known.name;
  return PROGRAM.test(mediaType) ? 'chương trình máy tính' : mediaType;
}

/** "2,4 MB": sizes as people read them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const units = ['kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 'byte';
  for (const next of units) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  const digits = value < 10 ? 1 : 0;
  return `${value.toFixed(digits).replace('.', ',')} ${unit}`;
}

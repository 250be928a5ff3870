// What a file is, by its first bytes; its name is only asked where the bytes are plain text.
import type { DocumentFormat } from '../document-reading.ts';

export type FileKind = DocumentFormat | 'zip' | 'ole' | 'rtf' | 'binary';

/** The kind of the bytes; `name` tells Markdown and HTML from other text. */
export function sniff(bytes: Uint8Array, name: string): FileKind {
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  // An archive opens with its first entry; one without entries is nothing but its end.
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf';
  // Up to 1 kB of anything may stand before the mark of a PDF.
  if (latin(bytes, 1024).includes('%PDF-')) return 'pdf';
  if (!isUtf16(bytes) && isBinary(bytes)) return 'binary';
  const head = latin(bytes, 2048).replaceAll('\0', '').trimStart().toLowerCase();
  if (
    /^(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html|<div|<p[\s>]|<table)/.test(
      head,
    )
  )
    return 'html';
  const extension = extensionOf(name);
  if (extension === 'html' || extension === 'htm') return 'html';
  return extension === 'md' || extension === 'markdown' ? 'md' : 'txt';
}

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function latin(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}

function isUtf16(bytes: Uint8Array): boolean {
  return starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff]) || nulls(bytes) > 0.2;
}

/** Share of zero bytes on odd or even places: text in UTF-16 without a mark has many on one side. */
function nulls(bytes: Uint8Array): number {
  const head = bytes.subarray(0, 512);
  let count = 0;
  for (const byte of head) if (byte === 0) count += 1;
  return head.length === 0 ? 0 : count / head.length;
}

function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let odd = 0;
  for (const byte of head)
    if (byte === 0 || (byte < 9 && byte > 0) || (byte > 13 && byte < 27)) odd += 1;
  return odd > head.length * 0.02;
}

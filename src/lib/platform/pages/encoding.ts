// Which of the encodings a page is kept in the reader takes (RFC 9110, 12.5.3).

export type Encoding = 'br' | 'gzip' | 'identity';

/** Brotli before gzip before plain, unless the header refuses it (`q=0`). */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const taken = new Map<string, boolean>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...rest] = part.split(';').map((piece) => piece.trim());
    taken.set(name, !rest.some((piece) => /^q=0(\.0{0,3})?$/.test(piece)));
  }
  const takes = (name: string) => taken.get(name) ?? (taken.get('*') === true && name !== 'br');
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

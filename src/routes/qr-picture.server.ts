// A square code to scan, as the address of a picture: a page draws it like any other.
import { renderSVG } from 'uqr';

/** `text` as a code that still reads with a smudge on it, its quiet border `border` squares wide. */
export function qrPicture(text: string, border = 1): string {
  const svg = renderSVG(text, { ecc: 'M', border });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

// Size of a picture from its first bytes, which Word wants to be told.

export interface PictureSize {
  type: 'png' | 'jpg';
  /** Pixels. */
  width: number;
  height: number;
}

/** Reads the head of a PNG or JPEG; undefined where it is neither. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  // Segments follow each other; the frame header (C0–CF, save C4, C8, CC) carries the size.
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
  }
  return undefined;
}

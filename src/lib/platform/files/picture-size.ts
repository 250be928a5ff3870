// How large a picture says it is, by the first bytes of its file: asked before anything unpacks it.

export interface PictureMeasures {
  readonly width: number;
  readonly height: number;
}

/** Undefined where the file isn't a whole JPEG, PNG or WebP head. Never throws. */
export function measurePicture(bytes: Uint8Array): PictureMeasures | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = measurePng(view) ?? measureWebp(view) ?? measureJpeg(view);
    return found && found.width > 0 && found.height > 0 ? found : undefined;
  } catch (beyond) {
    // A head that ends too early.
    if (beyond instanceof RangeError) return undefined;
    throw beyond;
  }
}

const PNG = 0x89504e47;
const RIFF = 0x52494646;
const WEBP = 0x57454250;

function measurePng(view: DataView): PictureMeasures | undefined {
  if (view.getUint32(0) !== PNG) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The three kinds of WebP: lossy, lossless, extended. */
function measureWebp(view: DataView): PictureMeasures | undefined {
  if (view.getUint32(0) !== RIFF || view.getUint32(8) !== WEBP) return undefined;
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (kind === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1;
  return kind === 'VP8X' ? { width: three(24), height: three(27) } : undefined;
}

/** Walks the segments to the frame, which has the measures. */
function measureJpeg(view: DataView): PictureMeasures | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    // Segments may be filled up with bytes of their mark.
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    if (view.getUint8(at) !== 0xff) return undefined;
    const mark = view.getUint8(at + 1);
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}

// When a picture was taken, by the camera's own clock: the one fact that is kept of what cameras write
// into pictures (EXIF 2.32, CIPA DC-008), before place and device are dropped with the rest.

const EXIF_FOLDER = 0x8769;
const TAKEN = 0x9003;
const DIGITISED = 0x9004;
const ENTRY_BYTES = 12;
/** "YYYY:MM:DD HH:MM:SS" and a closing zero. */
const TIME_LENGTH = 20;

/**
 * `YYYY-MM-DDTHH:MM:SS` in no zone, as the camera's clock stood; undefined where the picture doesn't say,
 * says nonsense, or isn't well formed.
 */
export function findTakenAt(exif: Uint8Array): string | undefined {
  try {
    return readTakenAt(exif);
  } catch (failure) {
    // Offsets that lead out of the bytes.
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

function readTakenAt(exif: Uint8Array): string | undefined {
  const start = startsWith(exif, 'Exif\0\0') ? 6 : 0;
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  const folder = findValue(view, view.getUint32(4, little), EXIF_FOLDER, little);
  if (folder === undefined) return undefined;
  for (const tag of [TAKEN, DIGITISED]) {
    const at = findValue(view, folder, tag, little);
    const time = at === undefined ? undefined : parseTime(view, at);
    if (time) return time;
  }
  return undefined;
}

/** The value of an entry: for what is longer than four bytes, where it lies. */
function findValue(
  view: DataView,
  folder: number,
  tag: number,
  little: boolean,
): number | undefined {
  const entries = view.getUint16(folder, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = folder + 2 + index * ENTRY_BYTES;
    if (view.getUint16(entry, little) === tag) return view.getUint32(entry + 8, little);
  }
  return undefined;
}

function parseTime(view: DataView, at: number): string | undefined {
  let text = '';
  for (let index = 0; index < TIME_LENGTH - 1; index += 1) {
    text += String.fromCharCode(view.getUint8(at + index));
  }
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text);
  if (!found) return undefined;
  const time = `${found[1]}-${found[2]}-${found[3]}T${found[4]}`;
  // A camera without a clock writes zeros; a day that doesn't exist comes back as another.
  const read = Date.parse(`${time}Z`);
  if (Number.isNaN(read) || Number(found[1]) < 1990) return undefined;
  return new Date(read).toISOString().startsWith(time) ? time : undefined;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

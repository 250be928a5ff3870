// What an examination of an installation finds, one line each.

export interface Finding {
  /** What was looked at, for programs: `disk.free`. */
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'fault';
  /** What was found, in Vietnamese. */
  readonly says: string;
  /** What to do about it; absent where all is well. */
  readonly todo?: string;
}

export function ok(id: string, says: string): Finding {
  return { id, state: 'ok', says };
}

export function warning(id: string, says: string, todo: string): Finding {
  return { id, state: 'warning', says, todo };
}

export function fault(id: string, says: string, todo: string): Finding {
  return { id, state: 'fault', says, todo };
}

const GIB = 1024 ** 3;
const LITTLE = 2 * GIB;
const TOO_LITTLE = GIB / 4;

/** Free room where data is written, in bytes. */
export function judgeDisk(folder: string, free: number): Finding {
  const says = `Còn trống ${(free / GIB).toFixed(1).replace('.', ',')} GB ở ${folder}.`;
  const todo = 'Giải phóng chỗ hoặc chuyển LOA_DATA sang đĩa lớn hơn.';
  if (free < TOO_LITTLE) return fault('disk.free', says, todo);
  return free < LITTLE ? warning('disk.free', says, todo) : ok('disk.free', says);
}

/** Difference between this machine's clock and another one, in milliseconds; positive when ahead. */
export function judgeClock(against: string, aheadMs: number): Finding {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  const way = aheadMs > 0 ? 'nhanh' : 'chậm';
  if (seconds < 5) return ok('clock', `Đồng hồ máy khớp với ${against}.`);
  const says = `Đồng hồ máy ${way} ${seconds} giây so với ${against}.`;
  const todo =
    'Bật đồng bộ giờ (timedatectl set-ntp true): mã xác thực và giờ ghi sự kiện dựa vào đó.';
  return seconds < 60 ? warning('clock', says, todo) : fault('clock', says, todo);
}

/** Reading aloud is a help that a machine may lack; no fault of the installation. */
export function judgeVoice(missing: string | undefined): Finding {
  return missing === undefined
    ? ok('speech', 'Máy đọc được tin, bài thành tiếng (espeak-ng).')
    : ok('speech', `Tin, bài không có bản máy đọc: ${missing} (apt install espeak-ng lame).`);
}

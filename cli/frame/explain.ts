// An error as the person at the terminal should see it, and the exit code that goes with it.
import { isLoaError } from '#lib/platform/index.ts';

const WRONG_USAGE = 2;
const COULD_NOT = 1;

/** What to add to the command; at the desk a button does it. */
const OPTIONS: Readonly<Record<string, string>> = {
  'document.scanned': 'Thêm --ocr để nhận dạng.',
};

/** Known errors in their own words; wrong arguments as usage; anything else with its stack. */
export function explain(error: unknown): { text: string; exitCode: number } {
  if (isLoaError(error)) {
    const option = OPTIONS[error.code];
    const todo = option === undefined ? error.todo : `${error.todo} ${option}`;
    return { text: `${error.what}\n→ ${todo}\n(${error.code})`, exitCode: COULD_NOT };
  }
  const { code, message, stack } = error as { code?: unknown; message?: string; stack?: string };
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_')) {
    return {
      text: `Sai cách dùng: ${message}\nThêm --help để xem cách dùng.`,
      exitCode: WRONG_USAGE,
    };
  }
  return { text: `Lỗi ngoài dự kiến:\n${stack ?? String(error)}`, exitCode: COULD_NOT };
}

// The keyboard of the review, as the help shows it and the page obeys it.

export const keyHelp: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: '↑ ↓', does: 'Đi giữa các mục' },
  { keys: 'Enter', does: 'Sửa mục đang chọn' },
  { keys: 'S', does: 'Tách làm hai (← → chọn chỗ, Enter cắt)' },
  { keys: 'J', does: 'Gộp với mục sau' },
  { keys: 'Alt + ↑ ↓', does: 'Đưa lên, đưa xuống' },
  { keys: 'U', does: 'Chuyển sang đơn vị hoặc phần khác' },
  { keys: 'Delete', does: 'Bỏ mục, bấm lần nữa để khôi phục' },
  { keys: 'Ctrl + Z', does: 'Hoàn tác' },
  { keys: 'Ctrl + Y', does: 'Làm lại' },
  { keys: 'Esc', does: 'Đóng, không lưu' },
  { keys: '?', does: 'Mở bảng này' },
];

export type Command =
  | 'previous'
  | 'next'
  | 'edit'
  | 'split'
  | 'join'
  | 'up'
  | 'down'
  | 'move'
  | 'drop'
  | 'undo'
  | 'redo'
  | 'close'
  | 'help';

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key asks for while no field is being typed in. */
export function commandOf(event: Pressed): Command | undefined {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key.toLowerCase() === 'y' ? 'redo' : undefined;
  }
  if (event.altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined;
  const plain: Record<string, Command> = {
    ArrowUp: 'previous',
    ArrowDown: 'next',
    Enter: 'edit',
    s: 'split',
    j: 'join',
    u: 'move',
    Delete: 'drop',
    Escape: 'close',
    '?': 'help',
  };
  return plain[key.length === 1 ? key.toLowerCase() : key];
}

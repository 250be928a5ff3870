// Ending in order: by Ctrl-C, by SIGTERM, or because the process that started this one is gone.

/** What a child or a connection left behind may still take. */
const LEAVE_AFTER_MS = 10_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** bin/loa.mjs keeps a channel open while it lives; when it is killed, so is the command, in order. */
export function endWithDoor(): void {
  if (!process.channel) return;
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

/** `loa … | head` closes the pipe early: that is no error, but there is nobody left to write for. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.kill(process.pid, 'SIGTERM');
  });
}

/** Resolves at the first request to end; a second one ends at once. */
export function askedToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        resolve(signal);
        // The next one finds no listener and does what signals do.
        for (const other of SIGNALS) process.removeAllListeners(other);
      });
    }
  });
}

/**
 * Ends a server's process a while after its work is done, though something still holds it open; what was written
 * goes out first, however slow its reader. Not for commands whose output is the point: they end by themselves.
 */
export function leaveAnyhow(): void {
  process.stdout.write('', () => setTimeout(() => process.exit(), LEAVE_AFTER_MS).unref());
}

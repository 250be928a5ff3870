// The configuration of an embedded cluster: small memory, full durability, no way in from the network.

export interface ClusterSettings {
  /** Major version; newer ones know settings that older ones refuse. */
  readonly major: number;
  /** Folder of the Unix socket, or undefined where the system has none (Windows: loopback TCP). */
  readonly socketFolder: string | undefined;
  readonly port: number;
  /** False only for throw-away test clusters: nothing they hold outlives the run. */
  readonly durable: boolean;
  readonly maxConnections: number;
}

/** Settings that must be on in every cluster that holds somebody's data. */
export const DURABLE_SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** The whole text of postgresql.conf; it is written anew at each start. */
export function postgresqlConf(settings: ClusterSettings): string {
  const durable = settings.durable ? 'on' : 'off';
  const lines: [string, string | number][] = [
    ['listen_addresses', settings.socketFolder === undefined ? '127.0.0.1' : ''],
    ['unix_socket_directories', settings.socketFolder ?? ''],
    ['port', settings.port],
    ['max_connections', settings.maxConnections],
    ['password_encryption', 'scram-sha-256'],
    ['fsync', durable],
    ['full_page_writes', durable],
    ['synchronous_commit', durable],
    ['shared_buffers', '32MB'],
    ['work_mem', '4MB'],
    ['maintenance_work_mem', '32MB'],
    ['effective_cache_size', '256MB'],
    // Offices keep their data on SSDs: without it an index is passed over for reading every row.
    ['random_page_cost', '1.1'],
    ['min_wal_size', '32MB'],
    ['max_wal_size', '256MB'],
    ['wal_level', 'minimal'],
    ['max_wal_senders', 0],
    ['max_logical_replication_workers', 0],
    ['jit', 'off'],
    ['huge_pages', 'off'],
    ['max_parallel_workers_per_gather', 0],
    ['autovacuum_max_workers', 2],
    ['timezone', 'UTC'],
    ['log_timezone', 'UTC'],
    ['lc_messages', 'C'],
    ['log_destination', 'stderr'],
    // Seven files, one for each weekday, written over when the weekday returns.
    ['logging_collector', settings.durable ? 'on' : 'off'],
    ['log_directory', '../log'],
    ['log_filename', 'postgres-%a.log'],
    ['log_truncate_on_rotation', 'on'],
    ['log_rotation_age', '1d'],
    ['log_rotation_size', 0],
    ['log_checkpoints', 'off'],
    // Statements may carry personal data: they are never written to the log.
    ['log_statement', 'none'],
    ['log_error_verbosity', 'terse'],
    ['log_min_error_statement', 'panic'],
    ['log_parameter_max_length_on_error', 0],
  ];
  // Reading through worker processes would cost three of them, idle most of the time.
  if (settings.major >= 18) lines.push(['io_method', 'sync']);
  return lines.map(([name, value]) => `${name} = ${quote(value)}\n`).join('');
}

/** Who may connect: everybody with a password, over what postgresql.conf opens. */
export function pgHbaConf(socketFolder: string | undefined): string {
  return socketFolder === undefined
    ? 'host all all 127.0.0.1/32 scram-sha-256\n'
    : 'local all all scram-sha-256\n';
}

function quote(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

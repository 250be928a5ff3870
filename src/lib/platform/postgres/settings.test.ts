// Tests of the configuration an embedded cluster gets.
import { describe, expect, it } from 'vitest';
import { DURABLE_SETTINGS, pgHbaConf, postgresqlConf } from './settings.ts';

const usual = {
  major: 18,
  socketFolder: "/tmp/o'loa",
  port: 5432,
  durable: true,
  maxConnections: 40,
};

describe('postgresqlConf', () => {
  it('keeps what was acknowledged, and listens on no network', () => {
    const conf = postgresqlConf(usual);
    for (const name of DURABLE_SETTINGS) expect(conf).toContain(`${name} = 'on'\n`);
    expect(conf).toContain(`listen_addresses = ''\n`);
  });

  it('quotes folders', () => {
    expect(postgresqlConf(usual)).toContain(`unix_socket_directories = '/tmp/o''loa'\n`);
  });

  it('writes no statement and no value of a row to the log', () => {
    const conf = postgresqlConf(usual);
    expect(conf).toContain(`log_statement = 'none'`);
    expect(conf).toContain(`log_min_error_statement = 'panic'`);
    expect(conf).toContain(`log_error_verbosity = 'terse'`);
  });

  it('tells PostgreSQL 15 nothing it does not know', () => {
    expect(postgresqlConf({ ...usual, major: 15 })).not.toContain('io_method');
    expect(postgresqlConf(usual)).toContain('io_method');
  });

  it('takes the loopback where there are no sockets', () => {
    const conf = postgresqlConf({ ...usual, socketFolder: undefined });
    expect(conf).toContain(`listen_addresses = '127.0.0.1'`);
    expect(pgHbaConf(undefined)).toBe('host all all 127.0.0.1/32 scram-sha-256\n');
  });
});

it('nobody connects without a password', () => {
  expect(pgHbaConf('/tmp/x')).toBe('local all all scram-sha-256\n');
});

import { detectLogLevel } from './detectLogLevel';
import { LogLevelReader } from './LogLevelReader';

describe('detectLogLevel', () => {
  it.each([
    ['{"ts":1,"level":"WARN","msg":"an ERROR in words"}', 'warn'],
    ['{"severity":"CRITICAL","message":"x"}', 'error'],
    ['{"level":30,"msg":"pino"}', 'info'],
    ['{"level":"50","msg":"bunyan"}', 'error'],
    ['{"msg":"says \\"level\\":\\"error\\" inside","level":"debug"}', 'debug'],
    ['{"msg":"ERROR without a level"}', undefined],
    ['ts=2026-11-24T10:00:00Z level=warning msg="INFO inside"', 'warn'],
    ['msg=x lvl=dbug', 'debug'],
    ['E1124 10:00:00.000001       1 reflector.go:150] x', 'error'],
    ['I1124 10:00:00.000001       1 server.go:1] error in words', 'info'],
    ['2026-11-24 10:00:00 [error] 31#31: open() failed', 'error'],
    ['\u001b[33mWARN\u001b[0m cache is cold', 'warn'],
    ['2026-11-24 10:00:00,123 TRACE c.e.Main - enter', 'debug'],
    ['error: cannot bind', 'error'],
    ['java.lang.OutOfMemoryError: Java heap space', 'error'],
    ['Traceback (most recent call last):', 'error'],
    ['panic: runtime error', 'error'],
    ['no errors found, all is well', undefined],
    ['the information desk', undefined],
    ['', undefined],
  ])('%j is %s', (line, level) => {
    expect(detectLogLevel(line)).toBe(level);
  });

  it('reads a line of megabytes as quickly as a short one', () => {
    const long = `${'x'.repeat(20_000_000)} ERROR`;
    expect(detectLogLevel(long)).toBeUndefined();
    expect(detectLogLevel(`ERROR ${long}`)).toBe('error');
  });

  it('gives the frames of a stack trace the level of their first line', () => {
    const reader = LogLevelReader.create();
    expect(
      [
        'ERROR quote failed',
        'java.lang.IllegalStateException: no rates',
        '\tat pricing.Rates.read(Rates.java:41)',
        'Caused by: java.io.IOException: reset',
        '\t... 12 more',
        'plain words',
        '  an indented plain word',
      ].map(line => reader.read(line)),
    ).toEqual(['error', 'error', 'error', 'error', 'error', 'info', 'info']);
  });
});

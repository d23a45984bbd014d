import { LogResume } from './LogResume';
import { normalizeLogTime, shiftLogTime } from './logTime';
import { LogRecord } from './types';

const origin = { cluster: 'c', namespace: 'n', pod: 'p', container: 'x' };
const source = (number: number): LogRecord => ({
  type: 'source',
  source: number,
  key: 'c/n/uid/x/0',
  origin,
});
const line = (number: number, at: string, text: string): LogRecord => ({
  type: 'line',
  source: number,
  at,
  text,
  level: 'info',
});
const heartbeat = (cursor: string): LogRecord => ({
  type: 'heartbeat',
  at: '2026-11-24T10:00:00Z',
  cursor,
  scanned: 0,
  matched: 0,
  levels: { error: 0, warn: 0, info: 0, debug: 0 },
});
const AT = '2026-11-24T10:00:00.000000001Z';
const LATER = '2026-11-24T10:00:09.000000001Z';

describe('LogResume', () => {
  it('accepts each line once over two connections, repeated lines as often as they were written', () => {
    const resume = LogResume.create();
    expect(resume.next({ tail: 5 })).toEqual({ tail: 5 });
    const first = [source(7), line(7, AT, 'a'), line(7, AT, 'a')];
    expect(first.map(record => resume.accept(record))).toEqual([
      true,
      true,
      true,
    ]);
    resume.accept(heartbeat('one'));
    expect(resume.next({ tail: 5 })).toEqual({ tail: 5, cursor: 'one' });
    const second = [
      source(1),
      line(1, AT, 'a'),
      line(1, AT, 'b'),
      line(1, AT, 'a'),
      line(1, AT, 'a'),
    ];
    expect(second.map(record => resume.accept(record))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('knows what came after the last cursor, however far the times of the lines reach', () => {
    const resume = LogResume.create();
    resume.next({});
    resume.accept(source(1));
    resume.accept(heartbeat('one'));
    resume.accept(line(1, AT, 'old'));
    resume.accept(line(1, LATER, 'new'));
    resume.next({});
    resume.accept(source(2));
    expect(resume.accept(line(2, AT, 'old'))).toBe(false);
    expect(resume.accept(line(2, LATER, 'new'))).toBe(false);
  });

  it('forgets what no cursor can bring again', () => {
    const resume = LogResume.create();
    const places = btoa(JSON.stringify([1, [['c/n/uid/x', 0, LATER]]]));
    resume.next({});
    resume.accept(source(1));
    resume.accept(line(1, AT, 'old'));
    resume.accept(line(1, LATER, 'new'));
    resume.accept(heartbeat(`${places}.check`));
    resume.next({});
    resume.accept({ ...source(2), key: 'c/n/uid/x/1' } as LogRecord);
    expect(resume.accept(line(2, AT, 'old'))).toBe(true);
    expect(resume.accept(line(2, LATER, 'new'))).toBe(false);
  });
});

describe('log times', () => {
  it.each([
    ['2026-11-24T10:00:00.123456789Z', '2026-11-24T10:00:00.123456789Z'],
    ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00.000000000Z'],
    ['2026-11-24T10:00:00.5Z', '2026-11-24T10:00:00.500000000Z'],
    ['2026-11-24T18:00:00.000000007+08:00', '2026-11-24T10:00:00.000000007Z'],
    ['2026-13-24T10:00:00+00:00', undefined],
    ['10:00', undefined],
  ])('%s is %s', (given, normal) => {
    expect(normalizeLogTime(given)).toBe(normal);
  });

  it('keeps the nanoseconds when it is moved', () => {
    expect(shiftLogTime('2026-11-24T10:00:00.123456789Z', -300_000)).toBe(
      '2026-11-24T09:55:00.123456789Z',
    );
  });
});

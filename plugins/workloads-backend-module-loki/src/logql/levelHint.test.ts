import {
  detectLogLevel,
  LogLevel,
} from '@domaindeck/backstage-plugin-workloads-common';
import { RE2JS } from 're2js';
import { levelHint } from './levelHint';

const LINES = [
  'level=error msg="no rates"',
  '{"level":"fatal","msg":"x"}',
  '{"msg":"x","severity":"CRITICAL"}',
  '{"level":50,"msg":"pino"}',
  '{"level": 40}',
  '{"@level":"warn"}',
  '{"log.level":20}',
  'level=50 x',
  'lvl=eror geth',
  'E1101 10:00:00.000001       1 a.go:1] klog',
  'F1101 10:00:00.000001       1 a.go:1] klog',
  'W1101 10:00:00.000001       1 a.go:1] klog',
  '\u001b[31mE1101 10:00:00.000001 1 a.go:1] klog\u001b[0m',
  '2026-11-01 ERROR [main] x',
  '2026-11-01 SEVERE x',
  '[warning] nginx',
  '[emerg] nginx',
  '<crit> x',
  'WRN zerolog',
  'DBG zerolog',
  '[trace] x',
  'FINE java.util',
  'java.lang.IllegalStateException: no rates',
  'Exception in thread "main"',
  'Caused by: x',
  'Traceback (most recent call last):',
  'goroutine 1 [running]:',
  'Uncaught TypeError',
  'PANIC: x',
  'ALERT x',
];

function levelsOf(line: string): LogLevel[] {
  const level = detectLogLevel(line);
  return level ? [level] : [];
}

describe('levelHint', () => {
  it('leaves no line out that has the level', () => {
    const missed = LINES.filter(line => {
      const hint = levelHint(levelsOf(line)) ?? '';
      return !RE2JS.compile(hint).matcher(line).find();
    });
    expect(missed).toEqual([]);
    expect(new Set(LINES.flatMap(levelsOf))).toEqual(
      new Set(['error', 'warn', 'debug']),
    );
  });

  it('leaves ordinary lines where they are, and says nothing of info', () => {
    const hint = levelHint(['error', 'warn', 'debug']) ?? '';
    const ordinary = 'level=info msg="quotes served" ms=41';
    expect(RE2JS.compile(hint).matcher(ordinary).find()).toBe(false);
    expect(levelHint(['error', 'info'])).toBeUndefined();
    expect(levelHint(undefined)).toBeUndefined();
  });
});

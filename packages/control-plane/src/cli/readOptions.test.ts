import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './readOptions';

describe('readOptions', () => {
  const world = mkdtempSync(join(tmpdir(), 'world-'));
  beforeAll(() =>
    ['dev-1', 'test-1'].forEach(name => mkdirSync(join(world, name))),
  );
  afterAll(() => rmSync(world, { recursive: true }));

  it('names clusters by number, by the world or as told', () => {
    const clusters = (...parameters: string[]) =>
      readOptions(['start', ...parameters]).clusters;
    expect(clusters()).toEqual(['real-1']);
    expect(clusters('--clusters', '2')).toEqual(['real-1', 'real-2']);
    expect(clusters('--clusters', '2', '--world', world)).toEqual([
      'dev-1',
      'test-1',
    ]);
    expect(clusters('--clusters', 'prod-sh')).toEqual(['prod-sh']);
  });

  it.each([
    [
      ['start', '--clusters', '0'],
      '--clusters must be a whole number from 1 to 50',
    ],
    [['start', '--clusters', 'a,B'], '--clusters names "B"'],
    [['start', '--clusters', '3', '--world', world], 'has 2 clusters, not 3'],
    [['start', '--nodes', 'many'], '--nodes must be a whole number'],
    [['start', '--name', '../x'], '--name has up to 20'],
    [['restart'], 'Usage: yarn control-plane <command>'],
    [[], 'Usage: yarn control-plane <command>'],
  ])('refuses %j', (parameters, message) => {
    expect(() => readOptions(parameters)).toThrow(message);
  });
});

import { readFileSync } from 'fs';
import { resolve } from 'path';
import { codeOrder } from './rules';
import { words } from './words';

const page = readFileSync(
  resolve(__dirname, '../../../../../docs/health-rules.md'),
  'utf8',
);

describe('words', () => {
  it('have a place in the order and a line in the documentation for every code', () => {
    const codes = Object.keys(words);
    expect([...codeOrder].sort()).toEqual([...codes].sort());
    const documented = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(
      ([, code]) => code,
    );
    expect(documented).toEqual(codeOrder);
  });

  it('are plain: no full stop, and a cell of at most five words', () => {
    const facts = { pods: 2, total: 3, restarts: 4, reason: 'Because' };
    for (const { sentence, cell } of Object.values(words)) {
      expect(sentence(facts)).toMatch(/[^.]$/);
      expect(cell(facts).split(' ').length).toBeLessThanOrEqual(5);
      expect(cell(facts).split(' ').length).toBeGreaterThanOrEqual(2);
    }
  });
});

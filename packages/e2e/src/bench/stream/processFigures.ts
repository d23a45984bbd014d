import { readFileSync } from 'node:fs';

/** Clock ticks of a second in /proc, on every Linux that we know. */
const TICKS = 100;

/** What another process has used so far, as Linux tells it. */
export function processFigures(pid: number): { cpuMs: number; rss: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return {
    cpuMs: ((user + system) / TICKS) * 1000,
    rss: Number(kilobytes) * 1024,
  };
}

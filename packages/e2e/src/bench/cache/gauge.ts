import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a process has used. */
export interface GaugeFigures {
  /** Bytes, after everything that is no longer needed was collected. */
  readonly rss: number;
  /** Bytes of the JavaScript heap in use, of the same moment. */
  readonly heap: number;
  /** The most that it was since the process began, in bytes. */
  readonly peakRss: number;
  /** The longest time in which the event loop served nobody, in milliseconds, since the last reading. */
  readonly stallMs: number;
  /** Of one core, in milliseconds, since the process began. */
  readonly cpuMs: number;
}

/** Milliseconds between two beats of the measured event loop; the histogram counts them in. */
const RESOLUTION_MS = 1;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

function read(): GaugeFigures {
  const stallMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
  // Needs `--expose-gc`; what is kept is measured, not what lies about.
  global.gc?.();
  global.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  delay.reset();
  return {
    rss,
    heap: heapUsed,
    peakRss: process.resourceUsage().maxRSS * 1024,
    stallMs,
    cpuMs: (user + system) / 1000,
  };
}

// Loaded before the module that is measured, and beside whatever calls that one answers.
process.on('message', ({ id, name }: { id: number; name: string }) => {
  if (name === 'gauge') {
    process.send?.({ id, value: read() });
  }
});

/**
 * Ends everything on Ctrl-C, on SIGTERM and when the terminal goes away. npm passes a Ctrl-C on a second time, so a
 * repeated signal changes nothing.
 *
 * @param {import('./ProcessGroups.mjs').ProcessGroups} groups
 * @param {(line: string) => void} say
 */
export function stopOnSignals(groups, say) {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, async () => {
      if (groups.stopping) {
        return;
      }
      say('  Stopping ...');
      await groups.stopAll();
      process.exit(code);
    });
  }
}

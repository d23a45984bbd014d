/**
 * Runs a command to its end.
 *
 * @param {import('./ProcessGroups.mjs').ProcessGroups} groups
 * @param {Parameters<import('./ProcessGroups.mjs').ProcessGroups['start']>[0]} options
 * @returns {Promise<string>} the last lines that it wrote
 * @throws when it fails; the message holds the command and its last lines
 */
export async function runToEnd(groups, options) {
  const process = groups.start(options);
  const code = await process.ended;
  if (code !== 0) {
    const what = [options.command, ...options.args].join(' ');
    throw new Error(`${what}\nended with ${code}:\n${process.tail()}`);
  }
  return process.tail();
}

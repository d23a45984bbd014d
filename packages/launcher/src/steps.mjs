const started = Date.now();

/** Seconds since the launcher started, for people. */
export function elapsed() {
  return `${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s`;
}

/** Says what goes on, in one line with the seconds since the start. */
export function say(text) {
  process.stdout.write(`${elapsed()}  ${text}\n`);
}

/** Says what goes on, does it, and says how long it took. */
export async function step(text, action) {
  say(`${text} …`);
  const begin = Date.now();
  const result = await action();
  say(`${text}: done in ${((Date.now() - begin) / 1000).toFixed(1)} s`);
  return result;
}

/** Longest file that is read line by line; what is longer is data and no setting. */
const MAX_LENGTH = 256 * 1024;

/**
 * The settings of a file: `name = value` and `name: value`, in YAML with the path of what a line stands under. A line that
 * is neither comes with an empty name. Comments are left out.
 */
export function readLines(text: string): { name: string; value: string }[] {
  const parents: { indent: number; name: string }[] = [];
  const settings: { name: string; value: string }[] = [];
  for (const line of text.slice(0, MAX_LENGTH).split('\n')) {
    const plain = line.trim();
    if (plain === '' || /^(#|\/\/|;)/.test(plain)) {
      continue;
    }
    const match =
      /^(\s*(?:- )?)"?([A-Za-z_][\w.\-/]*)"?\s*(?::(?=\s|$)|=)\s*(.*)$/.exec(
        line,
      );
    if (!match) {
      settings.push({ name: '', value: plain });
      continue;
    }
    const indent = match[1].length;
    while (parents.length > 0 && parents[parents.length - 1].indent >= indent) {
      parents.pop();
    }
    const name = [...parents.map(parent => parent.name), match[2]].join('.');
    const value = match[3].replace(/^(["'])(.*?)\1?,?$/, '$2').trim();
    if (value === '') {
      parents.push({ indent, name: match[2] });
    } else {
      settings.push({ name, value });
    }
  }
  return settings;
}

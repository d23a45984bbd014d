type Labels = Readonly<Record<string, string>>;

/** Characters; who writes more into an annotation means nothing that a selector could say. */
const LONGEST = 4_096;

/**
 * Reads a Kubernetes label selector: `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b,c)`, `a` and `!a`, joined by
 * commas, all of which must hold.
 *
 * @returns the test; a selector that is empty or cannot be read matches nothing, because a mistake in an annotation
 * must not show more than its writer meant
 */
export function labelSelector(text: string): (labels: Labels) => boolean {
  if (text.length > LONGEST) {
    return () => false;
  }
  const tests: ((labels: Labels) => boolean)[] = [];
  for (const part of partsOf(text)) {
    const test = requirement(part.trim());
    if (!test) {
      return () => false;
    }
    tests.push(test);
  }
  return labels => tests.every(test => test(labels));
}

/** A comma within brackets does not part requirements. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let within = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === ',' && !within) {
      parts.push(text.slice(from, index));
      from = index + 1;
    } else if (sign === '(' || sign === ')') {
      within = sign === '(';
    }
  }
  return [...parts, text.slice(from)];
}

const KEY = '([A-Za-z0-9][\\w./-]*)';
const VALUE = '([\\w.-]*)';

function requirement(text: string): ((labels: Labels) => boolean) | undefined {
  const equal = new RegExp(`^${KEY}\\s*(==|=|!=)\\s*${VALUE}$`).exec(text);
  if (equal) {
    const [, key, operator, value] = equal;
    return labels => (valueOf(labels, key) === value) === (operator !== '!=');
  }
  const set = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`).exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return labels => {
      const held = valueOf(labels, key);
      const within = held !== undefined && values.includes(held);
      return within === (operator === 'in');
    };
  }
  const exists = new RegExp(`^(!?)\\s*${KEY}$`).exec(text);
  if (exists) {
    const [, not, key] = exists;
    return labels => (valueOf(labels, key) !== undefined) === (not === '');
  }
  return undefined;
}

function valueOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/**
 * The address that a value of a log line is, if it is one of the web. Whatever else a browser would open (`javascript:`,
 * `data:`, an address with a name and password) is no link: who writes logs is not trusted.
 * @public
 */
export function httpLink(value: string): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(value)) {
    return undefined;
  }
  try {
    const url = new URL(value);
    return url.username || url.password ? undefined : url.href;
  } catch {
    return undefined;
  }
}

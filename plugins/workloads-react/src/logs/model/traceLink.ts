import { httpLink } from './httpLink';
import { LogField } from './readFields';

/** What programs call the id of a trace, without case and signs. */
const NAMES = ['traceid', 'tid', 'xb3traceid'];

/**
 * The address of the trace that a field names.
 * @param template - An address with `{{traceId}}` in it.
 * @returns undefined for other fields, for values that are no ids, and without a template
 */
export function traceLink(
  { name, value }: LogField,
  template: string | undefined,
): string | undefined {
  const isTrace = NAMES.includes(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  return template && isTrace && /^[0-9a-zA-Z-]{4,64}$/.test(value)
    ? httpLink(template.split('{{traceId}}').join(encodeURIComponent(value)))
    : undefined;
}

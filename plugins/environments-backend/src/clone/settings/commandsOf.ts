import { isObject } from '../../objects';

/** Whether a field holds the words of a command. */
export function isCommand(field: string, value: unknown): value is string[] {
  return (
    (field === 'command' || field === 'args') &&
    Array.isArray(value) &&
    value.every(one => typeof one === 'string')
  );
}

/** The words of all commands in a container: its own, and those of its probes and of the hooks of its life. */
export function commandsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(commandsOf);
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([field, inner]) =>
        isCommand(field, inner) ? inner : commandsOf(inner),
      )
    : [];
}

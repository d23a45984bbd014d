import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';

/** What an environment is doing, in one line. */
export function describeProgress(
  { pendingSecrets, progress, state }: EnvironmentRecord,
  page: string,
): string {
  if (state === 'needs-secrets') {
    const names = pendingSecrets.map(one => one.name).join(', ');
    return `Waits for the values of ${names}; give them at ${page}`;
  }
  if (!progress) {
    return `Is ${state}`;
  }
  const { of, position, reason, service, step } = progress;
  const waiting = [service, reason?.message].filter(Boolean).join(': ');
  return `Step ${position} of ${of}, ${step}${waiting ? `: ${waiting}` : ''}`;
}

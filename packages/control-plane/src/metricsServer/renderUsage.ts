import { readFileSync } from 'node:fs';
import { packagePath } from '../packagePath';

/** The part of kwok's configuration that says what containers use, and tells it as kubelets do. */
export function renderUsage(): string {
  return `---\n${readFileSync(packagePath('metrics/usage.yaml'), 'utf8')}`;
}

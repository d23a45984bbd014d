import { LogHistoryScope } from '@domaindeck/backstage-plugin-workloads-node';
import { RE2JS } from 're2js';
import { DemoRun } from './DemoLogStore';

/** The runs of a namespace that lie in one of its scopes and in a part of time. */
export function chooseRuns(
  runs: readonly DemoRun[],
  scopes: readonly LogHistoryScope[],
  from: number,
  to: number,
): DemoRun[] {
  const tests = scopes.map(({ pods, exceptPods = [], container }) => ({
    container,
    pods: pods?.map(compile),
    exceptPods: exceptPods.map(compile),
  }));
  return runs.filter(
    run =>
      run.startedAt < to &&
      (run.endedAt ?? Infinity) >= from &&
      tests.some(
        ({ pods, exceptPods, container }) =>
          (container === undefined || container === run.container) &&
          (pods?.some(pattern => pattern.test(run.pod)) ?? true) &&
          !exceptPods.some(pattern => pattern.test(run.pod)),
      ),
  );
}

function compile(pattern: string): RE2JS {
  return RE2JS.compile(`^(?:${pattern})$`);
}

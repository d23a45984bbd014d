import { projectNamespace } from '../projectNamespace';
import { NOW } from '../testUtils';
import { loneCases } from './alone';
import { autoscalerCases } from './autoscalers';
import { beginningCases } from './beginnings';
import { checkCases } from './checks';
import { configurationCases } from './configurations';
import { startCases } from './containerStarts';
import { crashCases } from './crashes';
import { cronJobCases } from './cronJobs';
import { daemonSetCases } from './daemonSets';
import { deploymentCases } from './deployments';
import { evictionCases } from './evictions';
import { imageCases } from './images';
import { jobEndCases } from './jobEnds';
import { jobCases } from './jobs';
import { nodeCases } from './nodes';
import { noiseCases } from './noise';
import { oddCases } from './odd';
import { refusalCases } from './refusals';
import { rolloutCases } from './rollouts';
import { schedulingCases } from './scheduling';
import { statefulSetCases } from './statefulSets';
import { Case } from './testUtils/Case';
import { Scene } from './testUtils/Scene';
import { volumeCases } from './volumes';

function judge(fill: Case[2]): string {
  const scene = new Scene();
  fill(scene);
  const workloads = projectNamespace(scene.namespace.rows(), NOW);
  expect(workloads).toHaveLength(1);
  const [{ health, problems }] = workloads;
  const codes = problems.map(({ code }) => code).join(' + ');
  return codes ? `${health} ${codes}` : health;
}

describe.each<[string, readonly Case[]]>([
  ['a Deployment', deploymentCases],
  ['a rollout', rolloutCases],
  ['a refusal', refusalCases],
  ['an autoscaler', autoscalerCases],
  ['an image', imageCases],
  ['a configuration', configurationCases],
  ['a container at its start', startCases],
  ['a volume or a network', volumeCases],
  ['a crash', crashCases],
  ['what runs first and beside', beginningCases],
  ['a check', checkCases],
  ['a node', nodeCases],
  ['a pod without a node', schedulingCases],
  ['a pod that was thrown out or ends', evictionCases],
  ['a StatefulSet', statefulSetCases],
  ['a DaemonSet', daemonSetCases],
  ['a Job', jobCases],
  ['a Job at its end', jobEndCases],
  ['a CronJob', cronJobCases],
  ['what stands by itself', loneCases],
  ['a warning', noiseCases],
  ['an odd object', oddCases],
])('%s', (_, cases) => {
  it.each(cases)('%s: %s', (_name, expected, fill) => {
    expect(judge(fill)).toBe(expected);
  });
});

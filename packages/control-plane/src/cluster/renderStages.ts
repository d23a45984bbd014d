import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { playedAnnotation } from '../keeper/behaviours';
import { packagePath } from '../packagePath';

const ownStages = packagePath('stages');

/** Folders of kwok's own stages that make a cluster without troubles. */
const stockFolders = ['node/fast', 'node/heartbeat-with-lease', 'pod/general'];

interface Stage {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly selector?: { readonly matchExpressions: readonly object[] };
    readonly delay?: object;
    readonly next?: { readonly statusTemplate?: string };
  };
}

function readStages(folder: string): Stage[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml') && file !== 'kustomization.yaml')
    .sort()
    .flatMap(file =>
      parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map(
        document => document.toJS() as Stage,
      ),
    );
}

/** Stages whose pace a world may set, and by which annotation of the pod. */
const paces: Readonly<Record<string, string>> = {
  'pod-ready': 'demo.domaindeck.io/ready-after',
  'pod-complete': 'demo.domaindeck.io/runs-for',
};

/** Pods start within a second or two rather than within twelve, unless their world says otherwise. */
function paced(stage: Stage): object {
  const annotation = paces[stage.metadata.name];
  return {
    durationMilliseconds: 700,
    ...(annotation
      ? {
          durationFrom: {
            expressionFrom: `.metadata.annotations["${annotation}"]`,
          },
        }
      : { jitterDurationMilliseconds: 1_500 }),
  };
}

/** Stock stages as our clusters use them: those of pods that are to play a trouble before they run are left to ours. */
function adapt(stage: Stage): Stage {
  const { spec } = stage;
  const { name } = stage.metadata;
  if (name === 'node-heartbeat-with-lease') {
    // It would write and wipe the addresses in turns; `node-initialize` alone keeps them.
    const template = spec.next?.statusTemplate ?? '';
    return {
      ...stage,
      spec: {
        ...spec,
        next: { ...spec.next, statusTemplate: template.split('addresses:')[0] },
      },
    };
  }
  if (!['pod-create', 'pod-ready', 'pod-complete'].includes(name)) {
    return stage;
  }
  const refused = {
    key: `.metadata.annotations["${playedAnnotation}"]`,
    operator: 'NotIn',
    values: name === 'pod-ready' ? ['image-missing', 'not-ready'] : ['crash'],
  };
  return {
    ...stage,
    spec: {
      ...spec,
      delay: paced(stage),
      ...(name !== 'pod-create' && {
        selector: {
          matchExpressions: [
            ...(spec.selector?.matchExpressions ?? []),
            refused,
          ],
        },
      }),
    },
  };
}

/**
 * The one configuration file of kwok: its stock stages, adapted, and ours.
 * @param stock - folder with kwok's `kustomize/stage`
 */
export function renderStages(stock: string): string {
  const stages = [
    ...stockFolders.flatMap(folder =>
      readStages(join(stock, folder)).map(adapt),
    ),
    ...readStages(ownStages),
  ];
  return stages
    .map(stage => `---\n${stringify(stage, { lineWidth: 0 })}`)
    .join('');
}

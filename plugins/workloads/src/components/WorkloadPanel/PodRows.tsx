import Tooltip from '@material-ui/core/Tooltip';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Pod } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Age,
  Glyph,
  StateWord,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { useFade } from '../parts/useFade';
import { byRole } from './model/byRole';
import { containerState, endBefore } from './model/containerState';
import { podState } from './model/podState';
import { shortPodName } from './model/shortPodName';
import { usePodStyles } from './usePodStyles';

/** Seconds until the next start are counted down. */
const STEP_MS = 1_000;

/** A pod, and its containers when it is open. */
export function PodRows(props: {
  pod: Pod;
  open: boolean;
  onToggle: (pod: Pod) => void;
  /** The cluster is silent: all of it is only the last known. */
  lastKnown: boolean;
}): JSX.Element {
  const { pod, open, onToggle, lastKnown } = props;
  const classes = usePodStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const now = useNow(STEP_MS);
  const { prefix, rest } = shortPodName(pod.name);
  const { mark, phrase } = podState(pod, now);
  const words = say(phrase);
  // A countdown changes each second and is no change.
  const stateFade = useFade(`${mark} ${pod.phase}`);
  const restartFade = useFade(String(pod.restarts));
  const started = pod.startedAt ?? pod.createdAt;
  return (
    <>
      <tr>
        <td>
          <button
            type="button"
            className={classes.open}
            aria-expanded={open}
            aria-label={t('panel.pods.open', { pod: pod.name })}
            onClick={() => onToggle(pod)}
          >
            <Glyph name={open ? 'down' : 'right'} size={12} />
            <Tooltip
              title={
                pod.node
                  ? `${pod.name} ${t('panel.pods.onNode', { node: pod.node })}`
                  : pod.name
              }
            >
              <span className={classes.name}>
                <span className={classes.faint}>{prefix}</span>
                {rest}
              </span>
            </Tooltip>
          </button>
        </td>
        <td>
          <span className={stateFade}>
            <StateWord kind={lastKnown ? 'unknown' : mark}>{words}</StateWord>
          </span>
        </td>
        <td className={pod.restarts > 0 ? classes.many : undefined}>
          <span className={restartFade}>{pod.restarts}</span>
        </td>
        <td className={classes.right}>{started && <Age at={started} />}</td>
      </tr>
      {open &&
        byRole(pod.containers).map(container => (
          <ContainerRow
            key={`${container.role}/${container.name}`}
            container={container}
            lastKnown={lastKnown}
          />
        ))}
    </>
  );
}

function ContainerRow(props: { container: Container; lastKnown: boolean }) {
  const { container, lastKnown } = props;
  const classes = usePodStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const { mark, phrase } = containerState(container);
  const before = endBefore(container);
  return (
    <tr className={classes.container}>
      <td>
        <Tooltip title={container.image ?? ''}>
          <span className={classes.name}>{container.name}</span>
        </Tooltip>
        {container.role !== 'main' && (
          <span className={classes.faint}>
            {' '}
            {t(`panel.pods.role.${container.role}`)}
          </span>
        )}
      </td>
      <td colSpan={3}>
        <Tooltip title={container.message ?? ''}>
          <span>
            <StateWord kind={lastKnown ? 'unknown' : mark}>
              {say(phrase)}
            </StateWord>
            {before && <span className={classes.faint}> · {say(before)}</span>}
          </span>
        </Tooltip>
      </td>
    </tr>
  );
}

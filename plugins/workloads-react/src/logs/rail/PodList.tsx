import { useState } from 'react';
import { LogPod } from '@domaindeck/backstage-plugin-workloads-common';
import { useNow } from '../../clock';
import { Glyph } from '../../components/Glyph';
import { StatusMark } from '../../components/StatusMark';
import { TextButton } from '../../controls';
import { PodSwatch } from '../list/PodSwatch';
import { podKeyOf } from '../model/LogSourceTable';
import { PodColour } from '../model/podColours';
import { podLabel } from '../model/podLabel';
import { useLogText } from '../useLogText';
import { useRailStyles } from './useRailStyles';

/** More pods than these are folded. */
const SHOWN = 12;
/** Rates are drawn anew so often. */
const STEP_MS = 1_000;

/** The pods of the choice: a click mutes one, Alt-click shows it alone. */
export function PodList(props: {
  pods: readonly LogPod[];
  colours: ReadonlyMap<string, PodColour>;
  muted: ReadonlySet<string>;
  rateOf: ((pod: string) => number) | undefined;
  onMute: (muted: ReadonlySet<string>) => void;
}): JSX.Element {
  const { pods, colours, muted, rateOf, onMute } = props;
  const classes = useRailStyles();
  const t = useLogText();
  const [showsAll, setShowsAll] = useState(false);
  useNow(STEP_MS);
  const shown = showsAll ? pods : pods.slice(0, SHOWN);
  const keys = pods.map(pod => podKeyOf({ ...pod, pod: pod.name }));
  const press = (key: string, alone: boolean) => {
    if (alone) {
      onMute(new Set(keys.filter(one => one !== key)));
      return;
    }
    const next = new Set(muted);
    if (!next.delete(key)) {
      next.add(key);
    }
    onMute(next);
  };
  return (
    <>
      <ul>
        {shown.map((pod, index) => {
          const key = keys[index];
          const isMuted = muted.has(key);
          const label = podLabel(pod.cluster, pod.name);
          const restarts = Math.max(
            ...pod.containers.map(one => one.restarts),
            0,
          );
          const hasRestarted = restarts > 0;
          const isCrashing =
            !pod.ready &&
            pod.containers.some(
              one => one.restarts > 0 && one.state === 'waiting',
            );
          return (
            <li key={key}>
              <button
                type="button"
                className={`${classes.pod} ${isMuted ? classes.off : ''}`}
                aria-pressed={!isMuted}
                aria-label={t(isMuted ? 'logs.rail.unmute' : 'logs.rail.mute', {
                  pod: label,
                })}
                title={[
                  pod.name,
                  hasRestarted && t('logs.rail.restarts', { count: restarts }),
                  t('logs.rail.only'),
                ]
                  .filter(Boolean)
                  .join('\n')}
                onClick={event => press(key, event.altKey)}
              >
                <PodSwatch colour={colours.get(key)} muted={isMuted} />
                {label}
                {isCrashing && <StatusMark kind="failed" decorative />}
                {hasRestarted && !isCrashing && (
                  <Glyph name="refresh" size={12} />
                )}
                <span className={classes.note}>
                  {isMuted && t('logs.rail.off')}
                  {!isMuted && isCrashing && t('logs.rail.crashing')}
                  {!isMuted &&
                    !isCrashing &&
                    rateOf &&
                    t('logs.rail.rate', { rate: rateText(rateOf(key)) })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {pods.length > shown.length && (
        <TextButton look="link" onClick={() => setShowsAll(true)}>
          {t('logs.rail.more', { count: pods.length - shown.length })}
        </TextButton>
      )}
    </>
  );
}

/** One decimal for what is slow, none for the rest. */
function rateText(rate: number): string {
  return rate > 0 && rate < 10
    ? (Math.round(rate * 10) / 10).toLocaleString()
    : Math.round(rate).toLocaleString();
}

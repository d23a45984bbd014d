import { ReactNode } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  LogEnvironment,
  LogPod,
  LogSources,
} from '@domaindeck/backstage-plugin-workloads-common';
import { TextButton } from '../../controls';
import { isSilent } from '../../components/PartialFailure';
import { clockTime } from '../../components/times';
import { useTierLabel } from '../../components/useTierLabel';
import { useClock } from '../../clock';
import { podKeyOf } from '../model/LogSourceTable';
import { PodColour } from '../model/podColours';
import { useLogText } from '../useLogText';
import { HistoryNote } from './HistoryNote';
import { PodList } from './PodList';
import { RailCheck } from './RailCheck';
import { useRailStyles } from './useRailStyles';

/**
 * What is chosen in the rail.
 * @public
 */
export interface RailChoice {
  /** Name of a workload; undefined for all. */
  readonly service?: string;
  /** Refs; empty for all that are readable. */
  readonly env: readonly string[];
  /** Names of containers; empty for the main ones. */
  readonly containers: readonly string[];
  readonly previous: boolean;
}

/**
 * Where the lines come from: service, environments, pods, containers, and the run before the restart.
 * @public
 */
export function SourcesRail(props: {
  sources: LogSources;
  choice: RailChoice;
  /** The pods of the choice. */
  pods: readonly LogPod[];
  colours: ReadonlyMap<string, PodColour>;
  /** Keys of pods, see {@link podKeyOf}. */
  muted: ReadonlySet<string>;
  /** Lines a second of a pod; undefined where nothing is followed. */
  rateOf: ((pod: string) => number) | undefined;
  limited?: { readonly followed: number; readonly total: number };
  onChoose: (choice: Partial<RailChoice>) => void;
  onMute: (muted: ReadonlySet<string>) => void;
  /** Stands at the end. */
  children?: ReactNode;
}): JSX.Element {
  const { sources, choice, pods, colours, muted, rateOf, limited } = props;
  const { onChoose, onMute, children } = props;
  const classes = useRailStyles();
  const clock = useClock();
  const tierLabel = useTierLabel();
  const t = useLogText();
  const services = [...new Set(sources.workloads.map(one => one.name))].sort();
  const readable = sources.environments.filter(one => one.readable);
  const chosen =
    choice.env.length > 0 ? choice.env : readable.map(one => one.ref);
  const containers = containersOf(pods);
  const withPrevious = pods.filter(pod =>
    pod.containers.some(container => container.previous),
  );
  let podsKey: 'logs.rail.pods' | 'logs.rail.podsAll' | 'logs.rail.podsRange' =
    'logs.rail.podsRange';
  if (rateOf) {
    podsKey = limited ? 'logs.rail.podsAll' : 'logs.rail.pods';
  }
  const noteOf = (environment: LogEnvironment): string => {
    const status = sources.clusters.find(
      one => one.name === environment.cluster,
    );
    if (!environment.readable) {
      return t('logs.rail.noRight');
    }
    if (status && isSilent(status)) {
      return t('logs.rail.silent', {
        time: status.asOf ? clockTime(status.asOf, clock.now()) : '–',
      });
    }
    const count = sources.pods.filter(
      pod =>
        pod.environment === environment.ref &&
        (!choice.service || nameOf(pod) === choice.service),
    ).length;
    return `${environment.cluster} · ${count}`;
  };
  const toggleEnv = (ref: string) => {
    const next = chosen.includes(ref)
      ? chosen.filter(one => one !== ref)
      : [...chosen, ref];
    const isAll =
      next.length === readable.length &&
      readable.every(one => next.includes(one.ref));
    onChoose({ env: isAll || next.length === 0 ? [] : next });
  };
  return (
    <aside className={classes.root} aria-label={t('logs.rail.label')}>
      <section className={classes.section}>
        <TextField
          select
          // Without one the label does not name the control.
          id="domaindeck-logs-service"
          fullWidth
          size="small"
          variant="outlined"
          label={t('logs.rail.service')}
          InputLabelProps={{ shrink: true }}
          SelectProps={{ displayEmpty: true }}
          value={services.includes(choice.service ?? '') ? choice.service : ''}
          onChange={event =>
            onChoose({
              service: event.target.value || undefined,
              containers: [],
              previous: false,
            })
          }
        >
          <MenuItem value="">{t('logs.rail.allServices')}</MenuItem>
          {services.map(name => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      </section>
      <section className={classes.section}>
        <h3>{t('logs.rail.environment')}</h3>
        <ul>
          {sources.environments.map(environment => (
            <RailCheck
              key={environment.ref}
              checked={environment.readable && chosen.includes(environment.ref)}
              refusal={
                environment.readable
                  ? undefined
                  : environment.refusal ?? t('logs.states.noRight.text')
              }
              text={tierLabel(environment.tier)}
              note={noteOf(environment)}
              onToggle={() => toggleEnv(environment.ref)}
            />
          ))}
        </ul>
      </section>
      <section className={classes.section}>
        <h3>
          {t(podsKey, {
            count: pods.length,
          })}
          <TextButton
            look="link"
            onClick={() =>
              onMute(muted.size > 0 ? new Set() : new Set(pods.map(podKey)))
            }
          >
            {t(muted.size > 0 ? 'logs.rail.showAll' : 'logs.rail.muteAll')}
          </TextButton>
        </h3>
        {limited && (
          <p className={classes.sub}>{t('logs.rail.limited', limited)}</p>
        )}
        <PodList
          pods={pods}
          colours={colours}
          muted={muted}
          rateOf={rateOf}
          onMute={onMute}
        />
      </section>
      {containers.length > 1 && (
        <section className={classes.section}>
          <h3>{t('logs.rail.container')}</h3>
          <ul>
            {containers.map(({ name, role }) => {
              const isOn =
                choice.containers.length > 0
                  ? choice.containers.includes(name)
                  : role === 'main';
              return (
                <RailCheck
                  key={name}
                  checked={isOn}
                  text={name}
                  note={role === 'main' ? '' : t(`logs.rail.roles.${role}`)}
                  onToggle={() => {
                    const now = containers
                      .filter(one =>
                        choice.containers.length > 0
                          ? choice.containers.includes(one.name)
                          : one.role === 'main',
                      )
                      .map(one => one.name);
                    onChoose({
                      containers: isOn
                        ? now.filter(one => one !== name)
                        : [...now, name],
                    });
                  }}
                />
              );
            })}
          </ul>
        </section>
      )}
      {(withPrevious.length > 0 || choice.previous) && (
        <section className={classes.section}>
          <ul>
            <RailCheck
              checked={choice.previous}
              text={t('logs.rail.previous')}
              note=""
              onToggle={() => onChoose({ previous: !choice.previous })}
            />
          </ul>
          <p className={classes.sub}>
            {t('logs.rail.previousPods', { count: withPrevious.length })}
          </p>
        </section>
      )}
      <HistoryNote history={sources.history} />
      {children}
    </aside>
  );
}

function podKey(pod: LogPod): string {
  return podKeyOf({ ...pod, pod: pod.name });
}

function nameOf(pod: LogPod): string {
  return pod.workload.split('/').at(-1) ?? '';
}

/** The containers of all pods, main ones first. */
function containersOf(pods: readonly LogPod[]) {
  const roles = ['main', 'sidecar', 'init', 'ephemeral'] as const;
  const all = new Map(
    pods.flatMap(pod => pod.containers).map(one => [one.name, one] as const),
  );
  return [...all.values()].sort(
    (a, b) =>
      roles.indexOf(a.role) - roles.indexOf(b.role) ||
      a.name.localeCompare(b.name, 'en'),
  );
}

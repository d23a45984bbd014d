import { useCallback, useMemo, useRef, useState } from 'react';
import Drawer from '@material-ui/core/Drawer';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClusterStatus,
  Environment,
  Workload,
  workloadId,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  EmptyNotice,
  isSilent,
  MarkKind,
  TextButton,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { EnvironmentBar } from './EnvironmentBar';
import { environmentChoices, isSame } from './model/environmentChoices';
import { PanelBody } from './PanelBody';
import { PanelHead } from './PanelHead';
import { useEnvironmentLabel } from './useEnvironmentLabel';
import { useEscape } from './useEscape';
import { usePanelFocus } from './usePanelFocus';

/** Width of the panel in pixels; who pushes the page aside for it leaves as much. */
export const PANEL_WIDTH = 600;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      paper: {
        width: PANEL_WIDTH,
        maxWidth: '100vw',
        color: tokens.text,
        background: tokens.paper,
        borderLeft: `1px solid ${tokens.border2}`,
        boxShadow: tokens.shadowPop,
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        lineHeight: '20px',
        overflow: 'hidden',
      },
      wide: { width: '100vw' },
      head: {
        flex: 'none',
        padding: '16px 20px 12px',
        borderBottom: `1px solid ${tokens.border}`,
      },
      body: { flex: 1, overflowY: 'auto', padding: '0 20px 20px' },
      measure: { maxWidth: 1080, margin: '0 auto' },
    };
  },
  { name: 'DomainDeckWorkloadPanel' },
);

/** What {@link WorkloadPanel} shows. */
export interface WorkloadPanelProps {
  /** Full reference of the entity whose page this is. */
  readonly entityRef: string;
  /** All workloads of the entity, live. */
  readonly workloads: readonly Workload[];
  /** In the order of the config. */
  readonly environments: readonly Environment[];
  readonly clusters: readonly ClusterStatus[];
  readonly open: WorkloadIdentity;
  /** Opens another workload, or none. */
  onOpen(identity: WorkloadIdentity | undefined): void;
  /** What needs attention, in the order in which "next" goes through it. */
  readonly problems: readonly WorkloadIdentity[];
}

/** Everything about one workload, beside the page it was opened from. */
export function WorkloadPanel(props: WorkloadPanelProps): JSX.Element {
  const { entityRef, workloads, environments, clusters, open } = props;
  const { onOpen, problems } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const labelOf = useEnvironmentLabel();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const [wide, setWide] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  usePanelFocus(heading);
  useEscape(useCallback(() => onOpen(undefined), [onOpen]));

  const choices = useMemo(
    () => environmentChoices({ open, workloads, environments, clusters }),
    [open, workloads, environments, clusters],
  );
  const workload = workloads.find(one => isSame(one, open));
  const seen = useRef(new Set<string>());
  if (workload) {
    seen.current.add(workload.id);
  }
  const wasSeen = seen.current.has(workloadId(open));
  const cluster = clusters.find(one => one.name === open.cluster);
  const current = choices.find(choice => choice.current);
  const environmentLabel = current
    ? labelOf(current)
    : `${open.cluster} / ${open.namespace}`;

  return (
    <Drawer
      anchor="right"
      variant="persistent"
      open
      transitionDuration={still ? 0 : undefined}
      PaperProps={{
        elevation: 0,
        role: 'complementary',
        'aria-label': t('panel.label', {
          name: open.name,
          environment: environmentLabel,
        }),
        className: `${classes.paper} ${wide ? classes.wide : ''}`,
      }}
    >
      <header className={classes.head}>
        <div className={wide ? classes.measure : undefined}>
          <PanelHead
            open={open}
            workload={workload}
            mark={markOf(workload, cluster)}
            problems={problems}
            heading={heading}
            wide={wide}
            onWide={setWide}
            onOpen={onOpen}
          />
          <EnvironmentBar choices={choices} onOpen={onOpen} />
        </div>
      </header>
      {/* Another workload begins at the top, with nothing of the one before. */}
      <div key={workloadId(open)} className={classes.body}>
        <div className={wide ? classes.measure : undefined}>
          {workload ? (
            <PanelBody
              entityRef={entityRef}
              workload={workload}
              cluster={cluster}
              environmentLabel={environmentLabel}
            />
          ) : (
            <EmptyNotice
              glyph="box"
              title={t(
                wasSeen ? 'panel.states.goneTitle' : 'panel.states.absentTitle',
                { name: open.name, environment: environmentLabel },
              )}
              actions={
                <TextButton onClick={() => onOpen(undefined)}>
                  {t('panel.head.close')}
                </TextButton>
              }
            >
              {t(wasSeen ? 'panel.states.goneText' : 'panel.states.absentText')}{' '}
              {choices.some(choice => choice.workload) &&
                t('panel.states.goneElsewhere')}
            </EmptyNotice>
          )}
        </div>
      </div>
    </Drawer>
  );
}

function markOf(
  workload: Workload | undefined,
  cluster: ClusterStatus | undefined,
): MarkKind {
  if (cluster && isSilent(cluster)) {
    return cluster.state === 'denied' ? 'denied' : 'silent';
  }
  return workload?.health ?? 'none';
}

import ButtonBase from '@material-ui/core/ButtonBase';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WorkloadIdentity } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MarkKind,
  StatusMark,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { EnvironmentChoice } from './model/environmentChoices';
import { useEnvironmentLabel } from './useEnvironmentLabel';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      bar: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))',
        gap: 1,
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        overflow: 'hidden',
        background: tokens.border2,
      },
      place: {
        display: 'grid',
        gridTemplateColumns: '14px minmax(0, 1fr)',
        columnGap: 6,
        padding: '6px',
        alignItems: 'center',
        justifyItems: 'start',
        textAlign: 'left',
        fontFamily: 'inherit',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text2,
        background: tokens.paper,
        transition: 'background-color 120ms',
        '&:hover': { background: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
        '&[aria-disabled=true]': { color: tokens.text3, cursor: 'default' },
        '&[aria-current=true]': {
          background: tokens.selected,
          color: tokens.text,
          fontWeight: 600,
          boxShadow: `inset 0 -2px 0 ${tokens.primary}`,
        },
        '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      },
      cut: {
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      below: {
        gridColumn: 2,
        fontFamily: tokens.mono,
        fontWeight: 400,
        color: tokens.text3,
      },
    };
  },
  { name: 'DomainDeckEnvironmentBar' },
);

/** The same service in every environment, one click each; the panel stays. */
export function EnvironmentBar(props: {
  choices: readonly EnvironmentChoice[];
  onOpen: (identity: WorkloadIdentity) => void;
}): JSX.Element {
  const { choices, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const labelOf = useEnvironmentLabel();
  const belowOf = ({ silent, workload }: EnvironmentChoice) => {
    if (silent?.asOf) {
      return say({
        key: 'panel.environments.seen',
        params: { time: { clock: silent.asOf } },
      });
    }
    return workload?.version ?? t('panel.environments.absent');
  };
  return (
    <nav className={classes.bar} aria-label={t('panel.environments.label')}>
      {choices.map(choice => {
        const { workload, environment } = choice;
        const label = labelOf(choice);
        return (
          <Tooltip
            key={choice.ref}
            title={`${label}: ${environment.cluster} / ${environment.namespace}`}
          >
            <ButtonBase
              disableRipple
              className={classes.place}
              aria-current={choice.current || undefined}
              aria-disabled={workload ? undefined : true}
              onClick={workload ? () => onOpen(workload) : undefined}
            >
              <StatusMark kind={markOf(choice)} />
              <span className={classes.cut}>{label}</span>
              <span className={`${classes.below} ${classes.cut}`}>
                {belowOf(choice)}
              </span>
            </ButtonBase>
          </Tooltip>
        );
      })}
    </nav>
  );
}

function markOf(choice: EnvironmentChoice): MarkKind {
  if (choice.silent) {
    return choice.silent.state === 'denied' ? 'denied' : 'silent';
  }
  return choice.workload?.health ?? 'none';
}

import { RefObject } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Environment } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ChoiceMenu,
  Glyph,
  SearchField,
  SegmentedControl,
  StateWord,
  useControlStyles,
  useTierLabel,
  workloadsReactTranslationRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ChangedMenu } from './ChangedMenu';
import { Grouping, GROUPINGS, HEALTHS, View } from '../parts/model/viewState';
import { TabModel } from './useTabModel';
import { ViewControl } from './useViewState';

const useStyles = makeStyles(
  {
    root: { display: 'flex', alignItems: 'center', gap: 8, flexWrap: 'wrap' },
    grow: { flex: 1 },
  },
  { name: 'DomainDeckFilters' },
);

/** What is shown and how. */
export function Filters(props: {
  view: ViewControl;
  model: TabModel;
  /** When the reader's last look ended. */
  lastLook?: string;
  environments: readonly Environment[];
  searchRef: RefObject<HTMLInputElement>;
  /** Width of the card in pixels. */
  width: number;
}): JSX.Element {
  const { view, model, lastLook, environments, searchRef, width } = props;
  const { state, change } = view;
  const classes = useStyles();
  const controls = useControlStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const shared = useTranslationRef(workloadsReactTranslationRef).t;

  const baselines = environments.filter(e => e.kind === 'baseline');
  const chosenEnvs =
    state.env.length > 0 ? state.env : baselines.map(e => e.ref);
  const chooseEnv = (ref: string) => {
    const next = toggled(chosenEnvs, ref);
    const isUsual =
      next.length === baselines.length &&
      baselines.every(baseline => next.includes(baseline.ref));
    change({ env: isUsual ? [] : next });
  };
  const toggle = (
    on: boolean,
    text: string,
    count: number,
    onClick: () => void,
  ) => (
    <button
      type="button"
      aria-pressed={on}
      className={`${controls.control} ${on ? controls.set : controls.quiet}`}
      onClick={onClick}
    >
      {text} <span className={controls.faint}>{count}</span>
    </button>
  );

  return (
    <div
      role="search"
      aria-label={t('workloads.filters.label')}
      className={classes.root}
    >
      <SearchField
        label={t('workloads.filters.search')}
        id="domaindeck-workloads-search"
        value={state.q}
        onChange={q => change({ q })}
        inputRef={searchRef}
        small={width < 800}
      />
      <ChoiceMenu
        label={t('workloads.filters.environment')}
        value={
          state.env.length > 0
            ? t('workloads.filters.chosen', { count: state.env.length })
            : t('workloads.filters.baseline', { count: baselines.length })
        }
        multiple
        set={state.env.length > 0}
        choices={environments.map(environment => ({
          key: environment.ref,
          text: [
            tierLabel(environment.tier, environment.cluster),
            environment.ref,
            environment.kind === 'self-service' &&
              t('workloads.filters.selfService'),
          ]
            .filter(Boolean)
            .join(' · '),
          chosen: chosenEnvs.includes(environment.ref),
        }))}
        onChoose={chooseEnv}
      />
      <ChoiceMenu
        label={t('workloads.filters.health')}
        value={
          state.health.length > 0
            ? state.health.map(health => shared(`state.${health}`)).join(', ')
            : t('workloads.filters.any')
        }
        multiple
        set={state.health.length > 0}
        choices={HEALTHS.map(health => ({
          key: health,
          text: <StateWord kind={health} />,
          chosen: state.health.includes(health),
        }))}
        onChoose={key =>
          change({
            health: HEALTHS.filter(health =>
              toggled(state.health, key).includes(health),
            ),
          })
        }
      />
      {toggle(
        state.problems,
        t('workloads.filters.onlyProblems'),
        model.problemRows,
        () => change({ problems: !state.problems }),
      )}
      {model.reference &&
        toggle(
          state.drifted,
          t('workloads.filters.onlyDrifted'),
          model.driftedRows,
          () => change({ drifted: !state.drifted }),
        )}
      <ChangedMenu
        chosen={state.changed}
        lastLook={lastLook}
        onChoose={changed => change({ changed })}
      />
      <span className={classes.grow} />
      {state.view === 'list' && (
        <ChoiceMenu
          label={t('workloads.filters.groupBy')}
          value={t(`workloads.group.${state.group}`)}
          multiple={false}
          set={state.group !== 'environment'}
          choices={GROUPINGS.map(group => ({
            key: group,
            text: t(`workloads.group.${group}`),
            chosen: state.group === group,
          }))}
          onChoose={key => change({ group: key as Grouping })}
        />
      )}
      <SegmentedControl<View>
        label={t('workloads.view.label')}
        value={state.view}
        compact={width < 760}
        options={[
          {
            value: 'matrix',
            text: t('workloads.view.matrix'),
            glyph: <Glyph name="grid" size={14} />,
          },
          {
            value: 'list',
            text: t('workloads.view.list'),
            glyph: <Glyph name="list" size={14} />,
          },
        ]}
        onChange={next => change({ view: next })}
      />
    </div>
  );
}

function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value)
    ? values.filter(one => one !== value)
    : [...values, value];
}

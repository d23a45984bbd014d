import { KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  durationMs,
  EnvironmentWarning,
  Options,
  Plan,
  SpecificationProblem,
} from '@domaindeck/backstage-plugin-environments-common';
import { useNow } from '@domaindeck/backstage-plugin-workloads-react';
import { useTimeText, useUntoldText } from '../../hooks';
import { usualChoices } from '../../model/draft';
import { gib } from '../../model/gib';
import { environmentsTranslationRef } from '../../translation';
import { Segments } from '../parts/Segments';
import { useCardStyles } from '../parts/useCardStyles';
import { NameField } from './NameField';
import { DraftControl } from './useDraft';
import { FormFocus } from './useFormFocus';
import { useFormStyles } from './useFormStyles';

const SIZES_ID = 'domaindeck-environment-size';

/** Size, how long, and the name: three fields side by side. */
export function LimitsCard(props: {
  control: DraftControl;
  options: Options;
  plan: Plan | undefined;
  /** The name that is asked for, as typed or suggested. */
  name: string;
  problems: readonly SpecificationProblem[];
  warnings: readonly EnvironmentWarning[];
  checked: boolean;
  focus: FormFocus;
  /** An environment that exists keeps its name and its end. */
  isNew: boolean;
}): JSX.Element {
  const { control, options, plan, isNew } = props;
  const cards = useCardStyles();
  const classes = useFormStyles();
  return (
    <section className={`${cards.card} ${classes.trio}`}>
      <SizeField
        control={control}
        options={options}
        plan={plan}
        isNew={isNew}
      />
      <LifeField control={control} options={options} isNew={isNew} />
      {isNew && <NameField {...props} />}
    </section>
  );
}

function SizeField(props: {
  control: DraftControl;
  options: Options;
  plan: Plan | undefined;
  isNew: boolean;
}): JSX.Element {
  const { control, options, plan, isNew } = props;
  const classes = useFormStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const chosen = control.draft.size ?? usualChoices(options).size;
  const size = options.sizes.find(one => one.name === chosen);
  const used = plan?.size.name === chosen ? plan.size.requested : undefined;
  // The plan is younger.
  const room = plan?.size.name === chosen ? plan.size.room : size?.room;
  const cluster =
    options.clusters.find(one => one.name === options.cluster)?.title ??
    options.cluster;
  const usualUse = (name: string) =>
    isUsual(name) ? t(`form.size.use.${name}`) : undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[
      event.key
    ];
    if (step) {
      event.preventDefault();
      const at = options.sizes.findIndex(one => one.name === chosen);
      const next = (at + step + options.sizes.length) % options.sizes.length;
      control.put({ size: options.sizes[next].name });
      event.currentTarget
        .querySelectorAll<HTMLElement>('[role="radio"]')
        [next]?.focus();
    }
  };
  return (
    <div className={classes.field}>
      <span id={SIZES_ID} className={classes.label}>
        {t('form.size.title')}
      </span>
      <div
        role="radiogroup"
        tabIndex={-1}
        aria-labelledby={SIZES_ID}
        className={classes.sizes}
        onKeyDown={onKeyDown}
      >
        {options.sizes.map(one => (
          <button
            key={one.name}
            type="button"
            role="radio"
            aria-checked={one.name === chosen}
            tabIndex={one.name === chosen ? 0 : -1}
            className={classes.size}
            onClick={() => control.put({ size: one.name })}
          >
            <b>{one.name}</b>
            {one.title ?? usualUse(one.name)}
          </button>
        ))}
      </div>
      {size && (
        <span className={classes.hint}>
          {t('form.size.hint', {
            cores: String(size.cores),
            memory: gib(size.memory),
          })}
          {used &&
            used.pods > 0 &&
            `${t('common.comma')}${t('form.size.asked', {
              cores: String(Math.round(used.cores * 10) / 10),
              memory: gib(used.memory),
            })}`}
        </span>
      )}
      {isNew && cluster !== undefined && room !== undefined && (
        <span className={classes.hint}>
          {room === 0
            ? t('form.size.noRoom', { cluster, size: chosen })
            : t('form.size.room', { cluster, number: `${room} ${chosen}` })}
        </span>
      )}
    </div>
  );
}

/** Sizes that the backend has where the config names none. */
function isUsual(name: string): name is 'S' | 'M' | 'L' {
  return ['S', 'M', 'L'].includes(name);
}

function LifeField(props: {
  control: DraftControl;
  options: Options;
  isNew: boolean;
}): JSX.Element {
  const { control, options, isNew } = props;
  const { draft, put } = control;
  const classes = useFormStyles();
  const now = useNow(60_000);
  const time = useTimeText();
  const untoldText = useUntoldText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const usual = usualChoices(options);
  const life = draft.life ?? usual.life;
  const { offered } = options.sleepWhenUnused;
  const sleep = draft.sleep ?? usual.sleep;
  const sleeps = sleep !== undefined && sleep !== 'never';
  const span = sleeps ? sleep : usual.sleep ?? 'PT3H';
  const lives = options.lives.includes(life)
    ? options.lives
    : [...options.lives, life];
  return (
    <div className={`${classes.field} ${classes.wide}`}>
      <span className={classes.label}>{t('form.life.title')}</span>
      {isNew && (
        <>
          <div className={classes.segments}>
            <Segments
              label={t('form.life.title')}
              value={life}
              options={lives.map(one => ({
                value: one,
                text: time.exact(durationMs(one) ?? 0),
              }))}
              onChange={value => put({ life: value })}
            />
          </div>
          <span className={classes.hint}>
            {t('form.life.ends', {
              date: time.day(
                new Date(now + (durationMs(life) ?? 0)).toISOString(),
                now,
                'precise',
              ),
            })}
          </span>
        </>
      )}
      {offered ? (
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={sleeps}
            onChange={event =>
              put({ sleep: event.target.checked ? span : 'never' })
            }
          />
          {t('form.life.sleep', { span: time.exact(durationMs(span) ?? 0) })}
        </label>
      ) : (
        <span className={classes.hint}>
          {t('form.life.notOffered', {
            why: untoldText(options.sleepWhenUnused),
          })}
        </span>
      )}
    </div>
  );
}

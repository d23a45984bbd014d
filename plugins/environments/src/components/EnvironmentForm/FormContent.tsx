import { ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  checkSpecification,
  EnvironmentRecord,
  Options,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { useWidth } from '@domaindeck/backstage-plugin-workloads-react';
import { Refused, useMe } from '../../hooks';
import { specificationOf } from '../../model/draft';
import { failureOf } from '../../model/failureOf';
import { suggestName } from '../../model/suggestName';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { Crumbs } from '../parts/Crumbs';
import { FileDialog } from '../parts/FileDialog';
import { HoldersDialog } from '../parts/HoldersDialog';
import { useCardStyles } from '../parts/useCardStyles';
import { CreateFooter } from './CreateFooter';
import { LimitsCard } from './LimitsCard';
import { MoreCard } from './MoreCard';
import { PlanColumn } from './PlanColumn';
import { ServicesCard } from './ServicesCard';
import { DraftControl } from './useDraft';
import { useFormFocus } from './useFormFocus';
import { useFormStyles } from './useFormStyles';
import { useObstacles } from './useObstacles';
import { usePlan } from './usePlan';
import { useWayOut } from './useWayOut';
import { VersionsCard } from './VersionsCard';

/** Below it the plan stands under the form. */
const TWO_COLUMNS = 1060;
/** Below it the list is easier than the picture. */
const NARROW = 900;

/** The form: choices left, what one gets right. */
export function FormContent(props: {
  control: DraftControl;
  options: Options;
  domain: string;
  /** Name of the domain. */
  name: string;
  /** The environment that is changed; undefined for a new one. */
  record?: EnvironmentRecord;
  right: Refused | undefined;
  writing: { readonly busy: boolean; readonly error?: Error };
  /** What the specification would change; undefined where any is sent. */
  isChange?: (specification: Specification) => boolean;
  onForget: () => void;
  onLook?: () => void;
  onSubmit: (specification: Specification) => void;
  /** Where the way back leads. */
  backPath: string;
  children?: ReactNode;
}): JSX.Element {
  const { control, options, domain, name, record, right, writing } = props;
  const { draft } = control;
  const classes = useFormStyles();
  const cards = useCardStyles();
  const navigate = useNavigate();
  const me = useMe();
  const focus = useFormFocus();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [page, setPage] = useState<HTMLElement | null>(null);
  const [leaving, setLeaving] = useState<string>();
  const [dialog, setDialog] = useState<'file' | 'holders'>();
  const width = useWidth(page) ?? Infinity;
  const isNew = record === undefined;
  const asked = record?.name ?? draft.name ?? suggestName(draft, options, me);
  const specification = useMemo(
    () => specificationOf(draft, domain, options, asked),
    [draft, domain, options, asked],
  );
  const state = usePlan(specification, record?.id);
  const failure = writing.error && failureOf(writing.error);
  const problems = useMemo(
    () =>
      failure && failure.problems.length > 0
        ? failure.problems
        : checkSpecification(specification).problems,
    [failure, specification],
  );
  const wayOf = useWayOut({
    control,
    known: options,
    focus,
    onHolders: () => setDialog('holders'),
  });
  const obstacles = useObstacles({
    problems,
    state,
    answered: failure?.warnings ?? [],
    wayOf,
    focus,
    nothing: props.isChange ? !props.isChange(specification) : false,
  });
  const warnings = state.plan?.warnings ?? [];
  const leave = (path: string) => {
    if (!control.touched) {
      return true;
    }
    setLeaving(path);
    return false;
  };
  const stacked = width < TWO_COLUMNS;
  return (
    <div ref={setPage} className={cards.page}>
      <Crumbs
        between={record && [{ text: record.name, path: props.backPath }]}
        title={isNew ? t('form.title') : t('form.changeTitle')}
        onLeave={leave}
      >
        <ActionButton
          look="quiet"
          onClick={() => leave(props.backPath) && navigate(props.backPath)}
        >
          {t('form.cancel')}
        </ActionButton>
      </Crumbs>
      {props.children}
      <div className={`${classes.two} ${stacked ? classes.one : ''}`}>
        <div className={classes.stack}>
          <ServicesCard
            control={control}
            options={options}
            callers={state.plan?.callers ?? []}
            narrow={width < NARROW}
            mayMove={isNew}
          />
          <VersionsCard
            control={control}
            options={options}
            environment={record?.id}
            plan={state.checked ? state.plan : undefined}
            warnings={warnings}
            focus={focus}
          />
          <LimitsCard
            control={control}
            options={options}
            plan={state.plan}
            name={asked}
            problems={problems}
            warnings={warnings}
            checked={state.checked}
            focus={focus}
            isNew={isNew}
          />
          <MoreCard control={control} />
        </div>
        <PlanColumn
          title={isNew ? t('form.plan.title') : t('form.plan.changeTitle')}
          state={state}
          options={options}
          wayOf={wayOf}
          isNew={isNew}
        >
          <CreateFooter
            isNew={isNew}
            obstacles={obstacles}
            right={right}
            busy={writing.busy}
            error={writing.error}
            onForget={props.onForget}
            onLook={failure?.kind === 'changed' ? props.onLook : undefined}
            onSubmit={() => props.onSubmit(specification)}
            onFile={() => setDialog('file')}
            pinned={stacked}
          />
        </PlanColumn>
      </div>
      {leaving !== undefined && (
        <ConfirmDialog
          title={isNew ? t('form.leave.title') : t('form.leave.changeTitle')}
          text={isNew ? t('form.leave.text') : t('form.leave.changeText')}
          stay={t('form.leave.stay')}
          go={t('form.leave.leave')}
          look="primary"
          onStay={() => setLeaving(undefined)}
          onGo={() => navigate(leaving)}
        />
      )}
      {dialog === 'file' && (
        <FileDialog
          specification={specification}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'holders' && (
        <HoldersDialog
          name={name}
          options={options}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}

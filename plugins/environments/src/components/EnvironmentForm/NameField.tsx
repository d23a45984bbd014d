import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentWarning,
  SpecificationProblem,
} from '@domaindeck/backstage-plugin-environments-common';
import { TextButton } from '@domaindeck/backstage-plugin-workloads-react';
import { useWarningText } from '../../hooks';
import { environmentsTranslationRef } from '../../translation';
import { DraftControl } from './useDraft';
import { FormFocus, useFocusTarget } from './useFormFocus';
import { useFormStyles } from './useFormStyles';
import { useProblemText } from './useProblemText';

const NAME_ID = 'domaindeck-environment-name';
const HINT_ID = 'domaindeck-environment-name-hint';

/** Warnings that speak of the name. */
const ABOUT_NAME = [
  'name-taken',
  'namespace-taken',
  'host-taken',
  'host-too-long',
];

/** The name, suggested until somebody types one; it is part of the address. */
export function NameField(props: {
  control: DraftControl;
  name: string;
  problems: readonly SpecificationProblem[];
  warnings: readonly EnvironmentWarning[];
  checked: boolean;
  focus: FormFocus;
}): JSX.Element {
  const { control, name, problems, warnings, checked, focus } = props;
  const classes = useFormStyles();
  const text = useWarningText();
  const problemText = useProblemText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const input = useFocusTarget<HTMLInputElement>(
    focus.place?.part === 'name',
    focus.arrived,
  );
  // Nobody is told off for a field that was not reached yet.
  const problem = problems.find(
    one =>
      one.path === 'name' &&
      (one.code !== 'name-empty' || control.draft.name !== undefined),
  );
  const warning = warnings.find(one => ABOUT_NAME.includes(one.code));
  const free = warning?.wayOut?.value;
  const hint = () => {
    if (problem) {
      return <span className={classes.error}>{problemText(problem)}</span>;
    }
    if (warning) {
      return (
        <span className={classes.error}>
          {text.sentence(warning)}{' '}
          {free && (
            <TextButton look="link" onClick={() => control.put({ name: free })}>
              {t('warning.way.rename', { value: free })}
            </TextButton>
          )}
        </span>
      );
    }
    return (
      <span className={classes.hint}>
        {checked && name && (
          <span className={classes.good}>{t('form.name.free')} </span>
        )}
        {t('form.name.part')}
      </span>
    );
  };
  return (
    <div className={classes.field}>
      <label className={classes.label} htmlFor={NAME_ID}>
        {t('form.name.title')}
      </label>
      <input
        id={NAME_ID}
        ref={input}
        className={`${classes.input} ${classes.mono}`}
        value={name}
        maxLength={253}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={HINT_ID}
        aria-invalid={problem !== undefined || warning !== undefined}
        onChange={event => control.put({ name: event.target.value })}
      />
      <span id={HINT_ID}>{hint()}</span>
    </div>
  );
}

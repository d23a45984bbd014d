import { FormEvent, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServiceSpecification } from '@domaindeck/backstage-plugin-environments-common';
import { readVersion } from '../../model/editDraft';
import { canBeVersion } from '../../model/versionChoices';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { useFormStyles } from './useFormStyles';

const useStyles = makeStyles(
  // As high as the search with its list.
  {
    root: {
      padding: 8,
      display: 'grid',
      gap: 8,
      alignContent: 'start',
      height: 258,
    },
  },
  { name: 'DomainDeckVersionTyped' },
);

/** A version or a whole image that somebody types. */
export function VersionTyped(props: {
  name: string;
  /** What stands in the field first. */
  start: string;
  onChoose: (version: Pick<ServiceSpecification, 'version' | 'image'>) => void;
}): JSX.Element {
  const { name, start, onChoose } = props;
  const classes = useStyles();
  const form = useFormStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [typed, setTyped] = useState(start);
  const wrong = !canBeVersion(typed);
  const take = (event?: FormEvent) => {
    event?.preventDefault();
    if (!wrong) {
      onChoose(readVersion(typed));
    }
  };
  return (
    <form className={classes.root} onSubmit={take}>
      <input
        className={`${form.input} ${form.mono}`}
        aria-label={t('versions.typedLabel', { name })}
        aria-invalid={wrong}
        aria-describedby="version-typed-hint"
        // Who opens it wants to type.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={typed}
        maxLength={512}
        onChange={event => setTyped(event.target.value)}
      />
      <span id="version-typed-hint" className={wrong ? form.error : form.hint}>
        {wrong ? t('versions.typedWrong') : t('versions.typedHint')}
      </span>
      <ActionButton size="small" onClick={() => take()}>
        {t('versions.take')}
      </ActionButton>
    </form>
  );
}

import { useMemo, useState } from 'react';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { useNameOf, usePeople } from '../../hooks';
import { environmentsTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { DraftControl } from './useDraft';
import { useFormStyles } from './useFormStyles';

const WHY_ID = 'domaindeck-environment-why';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      field: {
        position: 'relative',
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 4,
        minHeight: 32,
        padding: '1px 8px',
        border: `1px solid ${tokens.control}`,
        borderRadius: 4,
        background: tokens.paper,
        '&:focus-within': {
          borderColor: tokens.link,
          boxShadow: `0 0 0 1px ${tokens.link}`,
        },
        '& .MuiChip-root': { height: 24, fontSize: 12 },
      },
      input: {
        flex: 1,
        minWidth: 120,
        font: 'inherit',
        fontSize: 13,
        color: 'inherit',
        '& input': { padding: 0, height: 28 },
      },
      option: { fontSize: 13, lineHeight: '20px' },
    };
  },
  { name: 'DomainDeckFormMore' },
);

/** What the environment is for and who else works on it. */
export function MoreCard(props: { control: DraftControl }): JSX.Element {
  const { draft, put } = props.control;
  const classes = useStyles();
  const form = useFormStyles();
  const cards = useCardStyles();
  const nameOf = useNameOf();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [typed, setTyped] = useState('');
  const found = usePeople(typed.trim());
  const options = useMemo(
    () => [
      ...draft.collaborators,
      ...found.filter(ref => !draft.collaborators.includes(ref)),
    ],
    [draft.collaborators, found],
  );
  return (
    <section
      className={`${cards.card} ${form.trio}`}
      aria-label={t('form.more.title')}
    >
      <div className={form.field}>
        <label className={form.label} htmlFor={WHY_ID}>
          {t('form.more.why')}
        </label>
        <input
          id={WHY_ID}
          className={form.input}
          value={draft.why}
          maxLength={500}
          onChange={event => put({ why: event.target.value })}
        />
        <span className={form.hint}>{t('form.more.whyHint')}</span>
      </div>
      <div className={form.field}>
        <span className={form.label}>{t('form.more.collaborators')}</span>
        <Autocomplete
          multiple
          filterSelectedOptions
          classes={{ option: classes.option }}
          options={options}
          value={[...draft.collaborators]}
          getOptionLabel={nameOf}
          noOptionsText={t('form.more.none')}
          ChipProps={{ size: 'small' }}
          onInputChange={(_, text) => setTyped(text)}
          onChange={(_, collaborators) => put({ collaborators })}
          renderInput={params => (
            <div ref={params.InputProps.ref} className={classes.field}>
              {params.InputProps.startAdornment}
              <InputBase
                className={classes.input}
                inputProps={{
                  ...params.inputProps,
                  'aria-label': t('form.more.collaborators'),
                }}
              />
            </div>
          )}
        />
        <span className={form.hint}>{t('form.more.collaboratorsHint')}</span>
      </div>
    </section>
  );
}

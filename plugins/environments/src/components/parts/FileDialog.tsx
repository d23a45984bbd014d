import Dialog from '@material-ui/core/Dialog';
import { makeStyles } from '@material-ui/core/styles';
import {
  discoveryApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import {
  CopyButton,
  TextButton,
  tokensOf,
  ToolButton,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { curlOf, yamlOf } from '../../model/specificationFile';
import { environmentsTranslationRef } from '../../translation';
import { saveFile } from './saveFile';
import { useCardStyles } from './useCardStyles';

const TITLE_ID = 'domaindeck-file-title';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      code: {
        margin: '0 16px 16px',
        padding: '8px 12px',
        maxHeight: 420,
        overflow: 'auto',
        background: tokens.code,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        fontFamily: tokens.mono,
        fontSize: 12,
        lineHeight: '18px',
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
    };
  },
  { name: 'DomainDeckFileDialog' },
);

/** A specification as a file, for the REST API and the scaffolder. */
export function FileDialog(props: {
  specification: Specification;
  onClose: () => void;
}): JSX.Element {
  const { specification, onClose } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const discovery = useApi(discoveryApiRef);
  const base = useRemote('base', () => discovery.getBaseUrl('environments'));
  const { t } = useTranslationRef(environmentsTranslationRef);
  const yaml = yamlOf(specification);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      PaperProps={{ className: cards.dialog }}
      aria-labelledby={TITLE_ID}
      onClose={onClose}
    >
      <div className={cards.head}>
        <div className={cards.grow}>
          <h3 id={TITLE_ID}>{t('form.file.title')}</h3>
          <span className={cards.faint}>{t('form.file.note')}</span>
        </div>
        <ToolButton glyph="close" label={t('common.close')} onClick={onClose} />
      </div>
      <pre
        className={classes.code}
        // Whoever has no pointer scrolls it with the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('form.file.label')}
      >
        {yaml}
      </pre>
      <div className={cards.foot}>
        <span className={cards.grow} />
        <CopyButton text={() => yaml}>{t('form.file.yaml')}</CopyButton>
        {base.status === 'ready' && (
          <CopyButton text={() => curlOf(specification, base.data)}>
            {t('form.file.curl')}
          </CopyButton>
        )}
        <TextButton
          glyph="download"
          onClick={() =>
            saveFile(`${specification.name || 'environment'}.yaml`, yaml)
          }
        >
          {t('form.file.save')}
        </TextButton>
      </div>
    </Dialog>
  );
}

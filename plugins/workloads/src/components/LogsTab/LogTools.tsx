import { makeStyles } from '@material-ui/core/styles';
import {
  ChoiceMenu,
  LogZone,
  ToolButton,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { downloadChoice } from './model/downloadChoice';

const useStyles = makeStyles(
  { root: { display: 'inline-flex', alignItems: 'center', gap: 2 } },
  { name: 'DomainDeckLogTools' },
);

const ZONES: readonly LogZone[] = ['local', 'utc', 'off'];

/** How lines are drawn, and what to do with all of them. */
export function LogTools(props: {
  zone: LogZone;
  wrap: boolean;
  /** See {@link downloadChoice}. */
  download: ReturnType<typeof downloadChoice>;
  onZone: (zone: LogZone) => void;
  onWrap: () => void;
  onLink: () => void;
  onDownload: () => void;
  onShowKeys: () => void;
}): JSX.Element {
  const { zone, wrap, download, onZone, onWrap, onLink } = props;
  const { onDownload, onShowKeys } = props;
  const classes = useStyles();
  const t = useLogText();
  return (
    <span className={classes.root}>
      <ChoiceMenu
        label={t('logs.tools.zoneLabel')}
        glyph="clock"
        value={t(`logs.tools.zone.${zone}`)}
        multiple={false}
        set={zone !== 'local'}
        choices={ZONES.map(one => ({
          key: one,
          text: t(`logs.tools.zone.${one}`),
          chosen: one === zone,
        }))}
        onChoose={key => onZone(ZONES.find(one => one === key) ?? 'local')}
      />
      <ToolButton
        glyph="wrap"
        label={t('logs.tools.wrap')}
        pressed={wrap}
        onClick={onWrap}
      />
      <ToolButton glyph="link" label={t('logs.tools.link')} onClick={onLink} />
      {download.downloadable.length > 0 ? (
        <ToolButton
          glyph="download"
          label={
            download.others.length > 0
              ? t('logs.tools.downloadPart', {
                  environments: download.others.join(', '),
                })
              : t('logs.tools.download')
          }
          onClick={onDownload}
        />
      ) : (
        <ToolButton
          glyph="download"
          label={t('logs.tools.noDownload')}
          inactive
          onClick={onDownload}
        />
      )}
      <ToolButton
        glyph="info"
        label={t('logs.tools.keys')}
        onClick={onShowKeys}
      />
    </span>
  );
}

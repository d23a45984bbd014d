import { memo } from 'react';
import { TextButton } from '../../controls';
import { Glyph, GlyphName } from '../../components/Glyph';
import { useTokens } from '../../theme';
import { logClock } from '../model/logClock';
import { LogNote as Note, LogNoteRow } from '../model/LogRow';
import { podLabel } from '../model/podLabel';
import { AgainIn } from './AgainIn';
import { LogLook } from './LogLook';
import { PodSwatch } from './PodSwatch';
import { useNoteWords } from './useNoteWords';
import { useRowStyles } from './useRowStyles';

const GLYPHS: Readonly<Record<Note['kind'], GlyphName>> = {
  restarted: 'refresh',
  gap: 'bolt',
  dropped: 'filter',
  joined: 'plus',
  left: 'minus',
  waiting: 'clock',
  unreadable: 'lock',
  silent: 'cluster',
  answers: 'cluster',
  skewed: 'clock',
  limited: 'filter',
  seam: 'layers',
};

/**
 * What one can do about what a row says.
 * @public
 */
export interface NoteActions {
  /** Shows the run before the last restart of a pod. */
  readonly onReadBefore: (pod: string) => void;
  readonly onDownload: () => void;
}

/** A row that is no line, in the columns of the lines: cause first, then what one can do. */
export const LogNote = memo(function NoteRow(props: {
  row: LogNoteRow;
  look: LogLook;
  actions: NoteActions;
}): JSX.Element {
  const { row, look, actions } = props;
  const { note } = row;
  const classes = useRowStyles();
  const tokens = useTokens();
  const words = useNoteWords()(note, row.at, look);
  const source =
    'source' in note && note.source !== undefined
      ? look.sourceAt(note.source)
      : undefined;
  const isBad = note.kind === 'restarted' || note.kind === 'unreadable';
  const isWarning = note.kind === 'gap' || note.kind === 'dropped';
  const colour =
    (isBad && tokens.bad.mark) || (isWarning && tokens.warn.mark) || undefined;
  return (
    <div
      role="listitem"
      className={`${classes.row} ${classes.note} ${
        note.kind === 'seam' ? classes.seam : ''
      }`}
    >
      <span className={classes.edge} />
      {look.zone !== 'off' && (
        <span className={classes.time}>{logClock(row.at, look.zone)}</span>
      )}
      <span className={classes.pod}>
        {source ? (
          <>
            <PodSwatch colour={look.colours.get(source.pod)} />
            {podLabel(source.origin.cluster, source.origin.pod)}
          </>
        ) : (
          words.who
        )}
      </span>
      <span className={classes.icon} style={{ color: colour }}>
        <Glyph name={GLYPHS[note.kind]} size={14} />
      </span>
      <span className={classes.words}>
        <b>{words.what}</b>
        {note.kind === 'silent' && note.retryAt && (
          <AgainIn at={Date.parse(note.retryAt)} />
        )}
        {words.why}
        {note.kind === 'restarted' && source && (
          <TextButton
            look="link"
            onClick={() => actions.onReadBefore(source.pod)}
          >
            {words.act}
          </TextButton>
        )}
        {note.kind === 'dropped' && (
          <TextButton look="link" onClick={actions.onDownload}>
            {words.act}
          </TextButton>
        )}
      </span>
      {words.end && <span className={classes.end}>{words.end}</span>}
    </div>
  );
});

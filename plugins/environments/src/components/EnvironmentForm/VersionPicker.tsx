import { useEffect, useState } from 'react';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ServiceOption,
  ServiceSpecification,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  GlyphName,
  tokensOf,
  useAgeText,
  useControlStyles,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { choiceOf } from '../../model/versionChoices';
import { environmentsTranslationRef } from '../../translation';
import { FormFocus, useFocusTarget } from './useFormFocus';
import { VersionPlace } from './useVersions';
import { VersionMenu } from './VersionMenu';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { width: '100%', minWidth: 0, padding: '0 10px' },
      invalid: { borderColor: tokens.bad.mark },
      glyph: { color: tokens.text3, display: 'grid' },
      text: {
        flex: 1,
        minWidth: 0,
        textAlign: 'left',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
      },
      at: {
        color: tokens.text3,
        fontSize: 12,
        flex: 'none',
        '& code': { fontFamily: tokens.mono },
      },
      paper: {
        width: 340,
        border: `1px solid ${tokens.border2}`,
        boxShadow: tokens.shadowPop,
      },
    };
  },
  { name: 'DomainDeckVersionPicker' },
);

/** Shows which version is taken and opens the others. */
export function VersionPicker(props: {
  service: ServiceSpecification;
  option: ServiceOption | undefined;
  place: VersionPlace;
  invalid: boolean;
  focus: FormFocus;
  onChoose: (version: Pick<ServiceSpecification, 'version' | 'image'>) => void;
}): JSX.Element {
  const { service, option, place, invalid, focus, onChoose } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const ageText = useAgeText();
  const now = useNow(60_000);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<VersionChoice>();
  const led =
    focus.place?.part === 'version' && focus.place.service === service.name;
  const button = useFocusTarget<HTMLButtonElement>(led, focus.arrived);
  useEffect(() => {
    if (led) {
      setOpen(true);
    }
  }, [led]);
  const choice = choiceOf(service, option, taken);
  const told = (): {
    glyph: GlyphName;
    text: string;
    at: JSX.Element | string;
  } => {
    switch (choice.kind) {
      case 'same':
        return {
          glyph: 'layers',
          text: t('form.versions.same'),
          at: <code>{option?.version}</code>,
        };
      case 'branch':
        return {
          glyph: 'branch',
          text: choice.where,
          at: choice.at ? ageText(now - Date.parse(choice.at)) : '',
        };
      default:
        return { glyph: 'box', text: choice.text, at: '' };
    }
  };
  const { glyph, text, at } = told();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`${controls.control} ${classes.root} ${
          invalid ? classes.invalid : ''
        }`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${t('form.versions.of', {
          name: service.name,
        })}: ${text}`}
        onClick={() => setOpen(true)}
      >
        <span className={classes.glyph}>
          <Glyph name={glyph} size={14} />
        </span>
        <span className={classes.text} title={text}>
          {text}
        </span>
        <span className={classes.at}>{at}</span>
        <Glyph name="down" size={14} />
      </button>
      <Popover
        open={open}
        anchorEl={button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{ className: classes.paper }}
      >
        <VersionMenu
          service={service}
          option={option}
          place={place}
          onChoose={(version, from) => {
            setOpen(false);
            setTaken(from);
            onChoose(version);
          }}
        />
      </Popover>
    </>
  );
}

import {
  DEFAULT_VIEW,
  readViewState,
  ViewState,
  withoutFilters,
  writeViewState,
} from './viewState';

const full: ViewState = {
  view: 'list',
  q: 'pric ing&',
  env: ['dev-1/payments-dev', 'prod-sh/payments-prod'],
  health: ['failed', 'degraded'],
  problems: true,
  drifted: true,
  ref: 'test-1/payments-test',
  group: 'system',
  sort: { by: 'changed', descending: true },
  open: {
    cluster: 'prod-sh',
    namespace: 'payments-prod',
    kind: 'Deployment',
    name: 'pricing',
  },
};

describe('the URL', () => {
  it('holds everything and gives it back', () => {
    const params = writeViewState(full, new URLSearchParams());
    expect(readViewState(new URLSearchParams(params.toString()))).toEqual(full);
    expect(params.get('open')).toBe('prod-sh/payments-prod/Deployment/pricing');
    expect(params.get('sort')).toBe('-changed');
  });

  it('holds nothing while all is as usual', () => {
    expect(writeViewState(DEFAULT_VIEW, new URLSearchParams()).toString()).toBe(
      '',
    );
    expect(readViewState(new URLSearchParams())).toEqual({
      ...DEFAULT_VIEW,
      ref: undefined,
      open: undefined,
    });
  });

  it('leaves what others wrote', () => {
    const params = new URLSearchParams('from=now-1h&q=old');
    expect(
      writeViewState({ ...DEFAULT_VIEW, q: 'new' }, params).toString(),
    ).toBe('from=now-1h&q=new');
    expect(params.get('q')).toBe('old');
  });

  it('passes over what it does not know', () => {
    const params = new URLSearchParams(
      'view=cube&health=great&health=failed&group=moon&sort=-size&open=a/b&problems=yes&env=',
    );
    expect(readViewState(params)).toEqual({
      ...DEFAULT_VIEW,
      health: ['failed'],
      ref: undefined,
      open: undefined,
    });
  });

  it('clears what hides services and keeps how they are shown', () => {
    expect(withoutFilters(full)).toEqual({
      ...full,
      q: '',
      health: [],
      problems: false,
      drifted: false,
    });
  });
});

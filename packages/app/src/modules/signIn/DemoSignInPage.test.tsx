import { JsonObject } from '@backstage/types';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DemoSignInPage } from './DemoSignInPage';
import { PEOPLE } from './people';

// Each test renders a whole app; on two busy cores that takes more than the usual five seconds.
jest.setTimeout(30_000);

const originalFetch = global.fetch;

function answer(status: number, body: unknown): Response {
  return {
    ok: status < 400,
    status,
    statusText: '',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as Response;
}

/** A backend that lets these people in; gives everybody who asked. */
function letIn(...known: string[]): string[] {
  const asked: string[] = [];
  global.fetch = async (url, init) => {
    const person = new Headers(init?.headers).get('x-demo-person') ?? '';
    expect(`${url}`).toMatch(/\/api\/auth\/demoPeople\/refresh$/);
    asked.push(person);
    return known.includes(person)
      ? answer(200, {
          profile: {},
          providerInfo: {},
          backstageIdentity: {
            token: `a.${btoa('{}')}.c`,
            expiresInSeconds: 3600,
            identity: {
              type: 'user',
              userEntityRef: person,
              ownershipEntityRefs: [person],
            },
          },
        })
      : answer(404, {
          error: { name: 'NotFoundError', message: 'no such user' },
          response: { statusCode: 404 },
        });
  };
  return asked;
}

function renderPage(config?: JsonObject) {
  const entered: IdentityApi[] = [];
  const { unmount } = renderInTestApp(
    <DemoSignInPage onSignInSuccess={identity => entered.push(identity)} />,
    config && { config },
  );
  return { entered, unmount };
}

describe('DemoSignInPage', () => {
  beforeEach(() => localStorage.clear());

  afterEach(() => {
    global.fetch = originalFetch;
  });

  it('shows each person with the roles in payments, and the usual visitor first', async () => {
    renderPage();
    const [first, ...others] = await screen.findAllByRole('button', {
      name: /^Enter as/,
    });
    expect(first).toHaveTextContent('Enter as Dev One');
    expect(first).toHaveFocus();
    // The owner enters through a hint.
    expect(others).toHaveLength(PEOPLE.length);
    expect(others.at(-1)).toHaveTextContent('Enter as Owner Three');
    expect(
      await screen.findByRole('heading', { name: 'Dev Eight' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('no access')).toHaveLength(7);
  });

  it('lets nobody in outside development, and says what to add', async () => {
    renderPage({ auth: { environment: 'production' } });
    expect(
      await screen.findByText('Nobody can sign in yet'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Enter as/ }),
    ).not.toBeInTheDocument();
  });

  it('enters as the chosen person, and does not ask again until signed out', async () => {
    const asked = letIn('user:default/tester-two');
    const { entered, unmount } = renderPage();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter as Tester Two' }),
    );
    await waitFor(() => expect(entered).toHaveLength(1));
    await expect(entered[0].getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/tester-two',
    });

    unmount();
    const again = renderPage();
    await waitFor(() => expect(again.entered).toHaveLength(1));
    expect(asked).toEqual([
      'user:default/tester-two',
      'user:default/tester-two',
    ]);

    await again.entered[0].signOut();
    again.unmount();
    const afterwards = renderPage();
    expect(
      await screen.findByRole('button', { name: 'Enter as Tester Two' }),
    ).toBeInTheDocument();
    expect(afterwards.entered).toHaveLength(0);
  });

  it('says why somebody is not let in, and lets another person try', async () => {
    letIn('user:default/operator');
    const { entered } = renderPage();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter as Dev One' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /did not let Dev One in.*404/,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Enter as Operator' }),
    );
    await waitFor(() => expect(entered).toHaveLength(1));
  });
});

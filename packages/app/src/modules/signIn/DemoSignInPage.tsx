import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { shareSignOut } from '@domaindeck/backstage-plugin-workloads-react';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useMemo, useState } from 'react';
import { forgetOnSignOut } from './forgetOnSignOut';
import { NoProvider } from './NoProvider';
import { OWNER, PEOPLE, Person } from './people';
import { PeoplePicker } from './PeoplePicker';
import { RememberedPerson } from './RememberedPerson';

/** The demo's people enter in development alone, as their provider in the backend does. */
export function DemoSignInPage(props: SignInPageProps) {
  const environment =
    useApi(configApiRef).getOptionalString('auth.environment');
  return environment === undefined || environment === 'development' ? (
    <PeopleSignIn onSignInSuccess={props.onSignInSuccess} />
  ) : (
    <NoProvider />
  );
}

/** Asks who you are, unless this browser knows already. */
function PeopleSignIn(props: SignInPageProps) {
  const remembered = useMemo(() => new RememberedPerson(localStorage), []);
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState(() =>
    [...PEOPLE, OWNER].find(person => person.entityRef === remembered.get()),
  );
  const enter = (person: Person) => {
    remembered.set(person.entityRef);
    setChosen(person);
    setAttempt(attempt + 1);
  };

  if (!chosen) {
    return <PeoplePicker onEnter={enter} />;
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="demoPeople"
      headers={{ 'x-demo-person': chosen.entityRef }}
      onSignInSuccess={identity =>
        props.onSignInSuccess(
          shareSignOut(forgetOnSignOut(identity, remembered)),
        )
      }
      ErrorComponent={({ error }) => (
        <PeoplePicker onEnter={enter} refused={{ person: chosen, error }} />
      )}
    />
  );
}

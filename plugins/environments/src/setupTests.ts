import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A whole app is mounted per test; on a busy machine with two cores that takes longer than the defaults allow.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

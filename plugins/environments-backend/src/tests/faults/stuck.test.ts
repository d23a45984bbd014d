import { describeStuck } from '../__testUtils__/describeStuck';
import { embeddedTarget } from '../__testUtils__/TestTarget';

describeStuck('embedded cluster', { start: embeddedTarget });

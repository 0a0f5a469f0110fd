import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start browsers or programs over and over, the slowest first; begun last, one of them would keep a single core busy. */
const LONGEST = [
  'test/web/desk.test.ts',
  'test/cli/add-kill.test.ts',
  'test/cli/package.test.ts',
  'test/cli/add.test.ts',
  'test/store/store.test.ts',
  'test/store/folder.test.ts',
  'test/cli/bad-input.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) => {
      const found = LONGEST.indexOf(relative(project.config.root, moduleId));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

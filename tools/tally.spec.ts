import {
  failWhenEmpty,
  flaky,
  lastLine,
  sum,
  tallyCheck,
  tallyJest,
  tallyPlaywright,
  uncovered,
} from './tally.ts';

const jestFile = (name: string, statuses: string[], status = 'passed') => ({
  name,
  status,
  message: '',
  assertionResults: statuses.map((each, index) => ({ status: each, fullName: `${name} ${index}` })),
});

describe('tallyJest', () => {
  it('counts every test, and takes skipped, focused-away and to-do ones for failed', () => {
    const testResults = [
      jestFile('a', ['passed', 'passed']),
      jestFile('b', ['passed', 'pending', 'todo', 'skipped', 'failed'], 'failed'),
    ];
    expect(tallyJest({ testResults })).toEqual({
      passed: 3,
      failed: ['b 1 (pending)', 'b 2 (todo)', 'b 3 (skipped)', 'b 4 (failed)'],
    });
  });

  it('counts a file that does not load, or fails outside its tests, as one failure', () => {
    const testResults = [jestFile('broken', [], 'failed'), jestFile('teardown', ['passed'], 'failed')];
    expect(tallyJest({ testResults })).toEqual({
      passed: 1,
      failed: ['broken (did not run)', 'teardown (did not run)'],
    });
  });
});

describe('the coverage', () => {
  it('is told file by file where it is not what it should be, beside failing tests too', () => {
    const lines = [
      'Jest: Coverage for branches (96.42%) does not meet "/site/libs/voting/domain/round.ts" threshold (100%)',
      'Jest: Coverage for lines (98%) does not meet "/site/libs/voting/domain/round.ts" threshold (100%)',
      'Jest: Coverage data for ./libs/*/domain/**/*.ts was not found.',
    ];
    const red = `\u001b[31m\u001b[1m${lines.join('\n')}\u001b[22m\u001b[39m`;
    expect(
      uncovered(`Branches : 99.9% ( 1000/1001 )\n${red}\n● a test › Jest: Coverage\nTests: 1 failed`),
    ).toEqual(lines);
    expect(uncovered('Coverage summary\nTests: 12 passed')).toEqual([]);
  });
});

describe('tallyPlaywright', () => {
  const spec = (title: string, ...statuses: string[]) => ({
    title,
    tests: statuses.map((status, index) => ({ status, projectName: index === 0 ? 'phone' : 'desktop' })),
  });

  it('counts a test once per project, in nested suites too, and names what passed at the second try', () => {
    const suites = [
      {
        title: 'laura.e2e.ts',
        specs: [spec('votes', 'expected', 'unexpected')],
        suites: [
          { title: 'later', specs: [spec('changes', 'flaky', 'skipped'), spec('withdraws', 'expected')] },
        ],
      },
    ];
    expect(tallyPlaywright({ suites })).toEqual({
      passed: 3,
      failed: [
        'laura.e2e.ts › votes [desktop] (unexpected)',
        'laura.e2e.ts › later › changes [desktop] (skipped)',
      ],
    });
    expect(flaky({ suites })).toEqual(['laura.e2e.ts › later › changes [phone]']);
  });

  it('counts what went wrong outside tests', () => {
    expect(tallyPlaywright({ suites: [], errors: [{ message: 'no server\n  at x' }, {}] })).toEqual({
      passed: 0,
      failed: ['no server', 'unknown error'],
    });
  });
});

describe('the sum', () => {
  it('takes a step without tests for failed', () => {
    expect(failWhenEmpty('jest', { passed: 0, failed: [] })).toEqual({
      passed: 0,
      failed: ['jest ran no tests'],
    });
    expect(failWhenEmpty('jest', { passed: 1, failed: [] })).toEqual({ passed: 1, failed: [] });
    expect(failWhenEmpty('jest', { passed: 0, failed: ['x'] })).toEqual({ passed: 0, failed: ['x'] });
  });

  it('ends in the line that build servers read', () => {
    const all = sum([{ passed: 3, failed: ['x'] }, tallyCheck('format', true), tallyCheck('lint', false)]);
    expect(all.failed).toEqual(['x', 'lint']);
    expect(lastLine(all)).toBe('4 passed, 2 failed');
  });
});

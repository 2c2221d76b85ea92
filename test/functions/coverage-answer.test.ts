import { coverageAnswer } from '../../src/functions/coverage-answer';

describe('SOP.COVERAGE', () => {
  it('makes up to the demand of the next periods', () => {
    expect(coverageAnswer([[10, 20, 30]], [[1]], [[5]])).toEqual({ kind: 'values', values: [[25, 30, 0]] });
  });

  it('lies as the demand lies', () => {
    expect(coverageAnswer([[10], [20], [30]], 1, null)).toEqual({ kind: 'values', values: [[30], [30], [0]] });
  });

  it('says which argument is missing or wrong', () => {
    expect(coverageAnswer([[10]], null, null)).toMatchObject({
      message: expect.stringMatching(/^periods is missing\./),
    });
    expect(coverageAnswer([['x']], 1, null)).toMatchObject({ message: expect.stringMatching(/^demand, cell A1: /) });
    expect(coverageAnswer([[10]], -1, null)).toMatchObject({ kind: 'wrongInput' });
  });
});

import { appendRow, editedProgramme } from '../../src/solvers/edited-programme';
import { isFeasiblePoint, objectiveAt, usablePoint } from '../../src/solvers/feasible-point';
import { programmeOf } from '../contracts/small-programme';

const programme = () =>
  editedProgramme(
    programmeOf({
      objective: [2, -1],
      offset: 10,
      columns: [
        [0, 5],
        [-1, 8],
      ],
      integers: [0],
      rows: [[3, [1, 1], 6]],
    }),
  );

it('accepts a point that keeps every row, bound and whole number', () => {
  expect(isFeasiblePoint(programme(), Float64Array.of(2, 1.5))).toBe(true);
  expect(objectiveAt(programme(), Float64Array.of(2, 1.5))).toBe(12.5);
});

it.each([
  ['a row below its lower bound', [1, 1.5]],
  ['a row above its upper bound', [2, 4.5]],
  ['a column outside its bounds', [6, -1]],
  ['a fraction where a whole number is asked', [1.5, 2]],
  ['a value that is no number', [NaN, 3]],
  ['a point of another size', [3]],
])('refuses %s', (_, values) => {
  expect(isFeasiblePoint(programme(), Float64Array.from(values))).toBe(false);
  expect(usablePoint(programme(), Float64Array.from(values))).toBeNull();
});

it('refuses a point that breaks a row added later', () => {
  const edited = programme();
  appendRow(edited, -Infinity, 1, Int32Array.of(1), Float64Array.of(1));
  expect(isFeasiblePoint(edited, Float64Array.of(2, 1.5))).toBe(false);
  expect(isFeasiblePoint(edited, Float64Array.of(3, 1))).toBe(true);
});

it('puts whole numbers and bounds exactly where rounding has left them nearly', () => {
  expect(usablePoint(programme(), Float64Array.of(2.0000001, 1))).toEqual(Float64Array.of(2, 1));
  expect(usablePoint(programme(), Float64Array.of(5, -1.0000000001))).toEqual(Float64Array.of(5, -1));
});

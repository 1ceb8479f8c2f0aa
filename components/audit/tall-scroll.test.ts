import { describe, expect, it } from "vitest";
import { moveBy, type Place, placeAt, reachRow, tallOf } from "./tall-scroll";

const VIEW = 900;
const million = tallOf(1_000_000, 40);
const firstInSight = (place: Place) => place.base + place.y / 40;

describe("a list that is taller than a browser lays out", () => {
  it("has a frame that browsers can lay out; a short one has its own height", () => {
    expect(million.height).toBe(8_000_000);
    expect(tallOf(60, 40).height).toBe(2_400);
  });

  it("shows its beginning at the top, its end at the bottom and its middle in the middle", () => {
    const reach = million.height - VIEW;
    expect(firstInSight(placeAt(million, 0, VIEW))).toBe(0);
    expect(firstInSight(placeAt(million, reach, VIEW)) + VIEW / 40).toBe(1_000_000);
    expect(firstInSight(placeAt(million, reach / 2, VIEW))).toBeCloseTo(500_000 - VIEW / 80, -1);
  });

  it("moves by the pixel under the wheel, from one end to the other, and leaves no row out", () => {
    for (const step of [700, -700]) {
      let place: Place = step > 0 ? placeAt(million, 0, VIEW) : placeAt(million, million.height - VIEW, VIEW);
      let v = place.base * 40 + place.y;
      let turns = 0;
      for (;;) {
        const wanted = Math.min(Math.max(place.y + step, 0), million.height - VIEW);
        const next = moveBy(million, place, wanted, VIEW);
        const there = next.base * 40 + next.y;
        if (there === v) break;
        expect(Math.abs(there - v)).toBeLessThanOrEqual(Math.abs(step) + 40);
        expect(Math.sign(there - v)).toBe(Math.sign(step));
        v = there;
        place = next;
        turns += 1;
      }
      expect(v).toBe(step > 0 ? 40_000_000 - VIEW : 0);
      expect(turns).toBeGreaterThan(57_000);
    }
  });

  it("leaves a list that fits to the browser", () => {
    const short = tallOf(500, 40);
    expect(moveBy(short, { y: 0, base: 0 }, 12_345, VIEW)).toEqual({ y: 12_345, base: 0, moved: false });
  });

  it("brings any row into sight, and moves nothing for one that is", () => {
    let place = placeAt(million, 4_000_000, VIEW);
    const near = Math.round(firstInSight(place)) + 10;
    expect(reachRow(million, place, near, VIEW)).toBe(place);
    for (const row of [near + 30, near - 60, 0, 999_999, 123_456]) {
      place = reachRow(million, place, row, VIEW);
      const first = firstInSight(place);
      expect(first).toBeLessThanOrEqual(row);
      expect(first + VIEW / 40).toBeGreaterThanOrEqual(row + 1);
    }
  });
});

import { describe, expect, it } from "vitest";
import { placeTitle, withPlace } from "./recent-places";

describe("withPlace", () => {
  it("keeps each place once, the newest first, and no more than eight", () => {
    const place = (n: number) => ({ href: `/p/${n}`, title: `Page ${n}` });
    let places = [1, 2, 3, 4, 5, 6, 7, 8].reduce<ReturnType<typeof withPlace>>(
      (held, n) => withPlace(held, place(n)),
      [],
    );
    places = withPlace(places, { href: "/p/3", title: "Page 3, renamed" });
    expect(places[0]).toEqual({ href: "/p/3", title: "Page 3, renamed" });
    expect(places.map(({ href }) => href)).toEqual([
      "/p/3",
      "/p/8",
      "/p/7",
      "/p/6",
      "/p/5",
      "/p/4",
      "/p/2",
      "/p/1",
    ]);
    expect(withPlace(places, place(9))).toHaveLength(8);
  });
});

describe("placeTitle", () => {
  it("takes the count and the product's name away", () => {
    expect(placeTitle("(3) Inbox · Kynara")).toBe("Inbox");
    expect(placeTitle("ehr.read · patient record · Kynara")).toBe("ehr.read · patient record");
  });
});

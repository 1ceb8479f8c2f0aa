import { describe, expect, it } from "vitest";
import { currentItem, type NavItem } from "./nav-item";

const item = (href: string): NavItem => ({ id: href, label: href, href, icon: null });
const items = [item("/policies"), item("/policies/simulate"), item("/inbox")];

describe("currentItem", () => {
  it.each([
    ["/inbox", "/inbox"],
    ["/inbox/apr_1", "/inbox"],
    ["/policies/simulate/x", "/policies/simulate"],
    ["/policies/pol_1", "/policies"],
  ])("%s lies in %s", (path, href) => {
    expect(currentItem(items, path)?.href).toBe(href);
  });

  it("does not take a longer word for a place", () => {
    expect(currentItem(items, "/inboxes")).toBeUndefined();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { VotesUnderWay } from "./votes-under-way";

function setUp(send: (id: string, reason: string) => Promise<void> = async () => undefined) {
  const sent = vi.fn(send);
  const onFailed = vi.fn();
  const votes = new VotesUnderWay({
    send: sent,
    faultOf: async (_id, error) => ({
      message: (error as Error).message,
      inDoubt: error instanceof TypeError,
    }),
    onFailed,
  });
  return { votes, sent, onFailed, of: (id: string) => votes.snapshot().get(id) };
}

describe("VotesUnderWay", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("sends an approval after five seconds and not before", async () => {
    const { votes, sent, of } = setUp();
    votes.approve("apr_1", "Read diagnosis", "On rounds");
    await vi.advanceTimersByTimeAsync(4999);
    expect(sent).not.toHaveBeenCalled();
    expect(of("apr_1")).toMatchObject({ kind: "counting", title: "Read diagnosis" });
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveBeenCalledExactlyOnceWith("apr_1", "On rounds");
    expect(of("apr_1")).toBeUndefined();
  });

  it("never sends what was undone", async () => {
    const { votes, sent, of } = setUp();
    votes.approve("apr_1", "Read diagnosis", "");
    await vi.advanceTimersByTimeAsync(4900);
    votes.undo("apr_1");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).not.toHaveBeenCalled();
    expect(of("apr_1")).toBeUndefined();
  });

  it("counts one press where there were two", async () => {
    const { votes, sent } = setUp();
    votes.approve("apr_1", "Read diagnosis", "");
    votes.approve("apr_1", "Read diagnosis", "");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("cannot be undone while it is being sent, and is no success before the server has it", async () => {
    let answer = () => {};
    const { votes, of } = setUp(() => new Promise((resolve) => (answer = resolve)));
    votes.approve("apr_1", "Read diagnosis", "");
    await vi.advanceTimersByTimeAsync(5000);
    votes.undo("apr_1");
    expect(of("apr_1")).toMatchObject({ kind: "sending" });
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(of("apr_1")).toBeUndefined();
  });

  it("says who decided when the race was lost, and can be tried again", async () => {
    const { votes, sent, of, onFailed } = setUp(async () => {
      throw new Error("This request is already denied by Dr. Mehta. Your vote was not counted.");
    });
    votes.approve("apr_1", "Read diagnosis", "");
    await vi.advanceTimersByTimeAsync(5000);
    expect(of("apr_1")).toEqual({
      kind: "failed",
      title: "Read diagnosis",
      message: "This request is already denied by Dr. Mehta. Your vote was not counted.",
      inDoubt: false,
    });
    expect(onFailed).toHaveBeenCalledTimes(1);
    votes.approve("apr_1", "Read diagnosis", "");
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it("keeps it in doubt where nobody knows whether it arrived", async () => {
    const { votes, of } = setUp(async () => {
      throw new TypeError("The answer was lost.");
    });
    votes.approve("apr_1", "Read diagnosis", "");
    await vi.advanceTimersByTimeAsync(5000);
    expect(of("apr_1")).toMatchObject({ kind: "failed", inDoubt: true });
    votes.overtake("apr_1", "Approved by Dr. Mehta.");
    expect(of("apr_1")).toBeUndefined();
  });

  it("sends nothing once somebody else has decided", async () => {
    const { votes, sent, of } = setUp();
    votes.approve("apr_1", "Read diagnosis", "");
    votes.overtake("apr_1", "Denied by Dr. Mehta.");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).not.toHaveBeenCalled();
    expect(of("apr_1")).toMatchObject({ kind: "failed", message: "Denied by Dr. Mehta.", inDoubt: false });
  });

  it("sends nothing of a reader who left", async () => {
    const { votes, sent, of } = setUp();
    votes.approve("apr_1", "Read diagnosis", "");
    votes.approve("apr_2", "Read imaging", "");
    votes.abandon("You left.");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).not.toHaveBeenCalled();
    expect([of("apr_1")?.kind, of("apr_2")?.kind]).toEqual(["failed", "failed"]);
  });
});

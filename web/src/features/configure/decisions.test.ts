import { describe, expect, test } from "vitest";
import { type Pick, choose, readShareCode, redo, release, releaseUnder, shareCode, start, step, toggle, undo } from "./decisions";

const set = (path: string, value: string): Pick => ({ path, op: "set", value });

describe("history", () => {
  test("undo and redo walk back and forth without limit", () => {
    let h = start();
    for (let i = 0; i < 500; i++) h = step(h, [set("width", String(i))]);
    for (let i = 0; i < 500; i++) h = undo(h);
    expect(h.present).toEqual([]);
    expect(undo(h)).toEqual(h);
    for (let i = 0; i < 500; i++) h = redo(h);
    expect(h.present).toEqual([set("width", "499")]);
    expect(redo(h)).toEqual(h);
  });

  test("a new decision forgets what was undone", () => {
    let h = step(step(start(), [set("a", "1")]), [set("a", "2")]);
    h = step(undo(h), [set("a", "3")]);
    expect(h.future).toEqual([]);
    expect(undo(h).present).toEqual([set("a", "1")]);
  });

  test("deciding the same again is no step", () => {
    const h = step(start(), [set("a", "1")]);
    expect(step(h, [set("a", "1")])).toBe(h);
  });
});

describe("decisions", () => {
  test("choosing again makes the decision the newest", () => {
    const picks = choose([set("frame", "s"), set("motor", "m250")], "frame", "l");
    expect(picks).toEqual([set("motor", "m250"), set("frame", "l")]);
  });

  test("options of a multi are decided one by one", () => {
    let picks = toggle([], "extras", "lock", true);
    picks = toggle(picks, "extras", "bell", true);
    picks = toggle(picks, "extras", "lock", false);
    expect(picks).toEqual([set("extras", "bell"), { path: "extras", op: "exclude", value: "lock" }]);
    expect(release(picks, "extras", "bell")).toHaveLength(1);
    expect(release(picks, "extras")).toEqual([]);
  });

  test("removing an instance takes its inside along and leaves its neighbours", () => {
    const picks = [set("boxes/b1", "on"), set("boxes/b1/size", "l"), set("boxes/b10/size", "s")];
    expect(releaseUnder(picks, "boxes/b1")).toEqual([set("boxes/b10/size", "s")]);
  });
});

describe("share code", () => {
  test("comes back as it went, accents and exclusions included", () => {
    const picks: Pick[] = [set("boxes/b1/size", "l"), { path: "extras", op: "exclude", value: "béquille €" }];
    expect(readShareCode(shareCode("city-bike", picks))).toEqual({ model: "city-bike", picks });
  });

  test.each(["", "%%%", "e30", btoa("[1]"), btoa('["m",["a"]]'), btoa('["m",[1,"b"]]')])("%j is none", (code) => {
    expect(readShareCode(code)).toBeNull();
  });
});

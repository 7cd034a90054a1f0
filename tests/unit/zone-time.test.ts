import { expect, test } from "vitest";
import { parseMoment } from "#app/lib/moment.ts";
import { clockInZone, momentInZone } from "#app/lib/zone-time.ts";

test.each([
  ["2027-05-15T23:59", "Asia/Shanghai", "2027-05-15T15:59:00.000Z"],
  ["2027-03-28T02:30", "Europe/Berlin", "2027-03-28T01:30:00.000Z"],
  ["2027-10-31T02:30", "Europe/Berlin", "2027-10-31T00:30:00.000Z"],
])("reads %s by the clocks of %s", (local, zone, moment) => {
  expect(momentInZone(local, zone)).toBe(moment);
});

test.each(["", "2027-13-01T00:00", "2027-05-15", "tomorrow", "2027-02-30T10:00:99"])(
  "does not guess at «%s»",
  (local) => {
    expect(momentInZone(local, "Asia/Shanghai")).toBeNull();
  },
);

test("shows an instant as the clocks of a zone do, and reads it back", () => {
  const moment = parseMoment("2027-05-15T15:59:00.000Z");
  expect(clockInZone(moment, "Asia/Shanghai")).toBe("2027-05-15T23:59");
  expect(momentInZone(clockInZone(moment, "Asia/Shanghai"), "Asia/Shanghai")).toBe(moment);
});

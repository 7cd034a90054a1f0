import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32Text } from "#app/features/file/checksum.ts";

test("the browser's CRC-32 is the server's", () => {
  expect(crc32Text(new TextEncoder().encode("123456789"))).toBe("cbf43926");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      expect(crc32Text(bytes)).toBe(crc32(bytes).toString(16).padStart(8, "0"));
    }),
  );
});

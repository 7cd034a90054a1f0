import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UploadState } from "#app/features/file/forms.ts";
import { later, momentOf } from "#app/lib/moment.ts";
import { bytesOfPart, partCount } from "#storage/keys.ts";
import { given, smallDefinition, smallWeek } from "#tests/support/builders.ts";
import { s3Settings } from "#tests/support/pair.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const DAY = 86_400_000;
const MEBIBYTE = 1024 * 1024;
const drivers = process.env.S3_ENDPOINT || process.env.CI ? (["disk", "s3"] as const) : (["disk"] as const);

describe.each(drivers)("with files on %s the memory of the server", (driver) => {
  let site: Site;
  let cookie: string;
  let applicationId: string;

  beforeAll(async () => {
    site = await startSite(driver === "s3" ? s3Settings(`memory-${randomUUID()}`) : {});
    const make = given(site.db);
    const { programme } = await smallWeek(site.db);
    const now = momentOf(Date.now());
    const slots = smallDefinition.slots.map((slot) => ({
      ...slot,
      maxBytes: 400 * MEBIBYTE,
      count: [1, 9] as [number, number],
    }));
    const call = await make.call({
      programmeId: programme.id,
      definition: { ...smallDefinition, slots },
      opensAt: later(now, -DAY),
      closesAt: later(now, DAY),
    });
    const person = await make.person();
    const application = await make.application({ callId: call.id, definitionId: call.definitionId, leadId: person.id });
    cookie = await site.signIn(person.id);
    applicationId = application.id;
  });
  afterAll(() => site.close());

  const slot = smallDefinition.slots[0]?.id ?? "";

  const json = async (path: string, body: unknown) => {
    const answer = await site.ask(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
      cookie,
    });
    expect(answer.status, path).toBe(200);
    return answer.json();
  };

  /** 100 MB in parts, four at once, as the browser sends them; the last byte settled. */
  async function inParts() {
    const bytes = 100 * MEBIBYTE;
    const state: UploadState = await json("/uploads", {
      applicationId,
      slot,
      name: "film.mp4",
      bytes,
      fingerprint: randomBytes(8).toString("hex"),
    });
    const content = Buffer.alloc(state.partBytes, randomBytes(1 << 16));
    let number = 0;
    const sender = async () => {
      while (number < partCount(bytes, state.partBytes)) {
        number += 1;
        const own = number;
        const part = content.subarray(0, bytesOfPart(own, { bytes, partBytes: state.partBytes }));
        const check =
          state.partCheck === "md5"
            ? createHash("md5").update(part).digest("base64")
            : crc32(part).toString(16).padStart(8, "0");
        const { requests } = await json(`/uploads/${state.fileId}/parts`, { parts: [{ number: own, check }] });
        const put = await fetch(requests[0].url, { method: "PUT", headers: requests[0].headers, body: part });
        expect(put.status).toBe(200);
      }
    };
    await Promise.all([sender(), sender(), sender(), sender()]);
    await json(`/uploads/${state.fileId}/completion`, {});
    await settled();
  }

  /** 80 MB in one plain form, as a browser without scripts sends it. */
  async function asForm() {
    const form = new FormData();
    form.set("file", new Blob([Buffer.alloc(80 * MEBIBYTE, randomBytes(1 << 16))]), "film.mp4");
    const answer = await site.ask(`/applications/${applicationId}/files/${slot}`, {
      method: "POST",
      body: form,
      cookie,
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, expect.not.stringContaining("refused")]);
    await settled();
  }

  async function settled() {
    for (let tries = 0; tries < 600; tries++) {
      const open = await site.db
        .selectFrom("file")
        .select("id")
        .where("state", "in", ["uploading", "verifying"])
        .execute();
      if (open.length === 0) return;
      await wait(100);
    }
    throw new Error("a file was never verified");
  }

  async function highest(work: () => Promise<unknown>) {
    let peak = 0;
    let isOver = false;
    const watching = (async () => {
      while (!isOver) {
        peak = Math.max(peak, site.memory());
        await wait(100);
      }
    })();
    await work();
    isOver = true;
    await watching;
    return peak;
  }

  test.each([
    ["in parts", inParts],
    ["as a plain form", asForm],
  ])(
    "grows by less than 16 MB for a film sent %s beside others",
    async (_way, send) => {
      // The runtime grows its buffers once, with the first bytes.
      await Promise.all([send(), send(), send()]);
      const one = await highest(send);
      const three = await highest(() => Promise.all([send(), send(), send()]));
      const after = await highest(send);
      expect((three - one) / 2).toBeLessThan(16 * MEBIBYTE);
      expect(after - one).toBeLessThan(16 * MEBIBYTE);
    },
    300_000,
  );
});

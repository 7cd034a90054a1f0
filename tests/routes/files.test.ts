import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UploadState } from "#app/features/file/forms.ts";
import { later, momentOf } from "#app/lib/moment.ts";
import { bytesOfPart, partCount } from "#storage/keys.ts";
import { given, smallDefinition, smallWeek } from "#tests/support/builders.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
let owner: { cookie: string; personId: string; applicationId: string };
let stranger: string;
const DAY = 86_400_000;

beforeAll(async () => {
  site = await startSite();
  const make = given(site.db);
  const { programme } = await smallWeek(site.db);
  const now = momentOf(Date.now());
  const definition = {
    ...smallDefinition,
    slots: [
      ...smallDefinition.slots,
      {
        id: "letter",
        label: { zh: "信", en: "Letter" },
        formats: ["pdf", "png"],
        maxBytes: 2_000_000,
        maxPages: 2,
        count: [0, 3] as [number, number],
        required: false,
        visibility: "staff" as const,
        stage: "submit" as const,
      },
    ],
  };
  const call = await make.call({
    programmeId: programme.id,
    definition,
    opensAt: later(now, -DAY),
    closesAt: later(now, DAY),
  });
  const person = await make.person();
  const application = await make.application({ callId: call.id, definitionId: call.definitionId, leadId: person.id });
  owner = { cookie: await site.signIn(person.id), personId: person.id, applicationId: application.id };
  stranger = await site.signIn((await make.person()).id);
});
afterAll(() => site.close());

const json = (path: string, body: unknown, cookie = owner.cookie) =>
  site.ask(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
    cookie,
  });
const begin = (file: { name: string; bytes: number; slot?: string; fingerprint?: string }, cookie = owner.cookie) =>
  json(
    "/uploads",
    { applicationId: owner.applicationId, slot: "letter", fingerprint: randomBytes(8).toString("hex"), ...file },
    cookie,
  );
const crc = (bytes: Buffer) => crc32(bytes).toString(16).padStart(8, "0");

async function sendAll(content: Buffer, state: UploadState, only?: (number: number) => boolean) {
  for (let number = 1; number <= partCount(content.length, state.partBytes); number++) {
    if (only && !only(number)) continue;
    const start = (number - 1) * state.partBytes;
    const part = content.subarray(
      start,
      start + bytesOfPart(number, { bytes: content.length, partBytes: state.partBytes }),
    );
    const { requests } = await (
      await json(`/uploads/${state.fileId}/parts`, { parts: [{ number, check: crc(part) }] })
    ).json();
    const put = await fetch(requests[0].url, { method: "PUT", body: new Uint8Array(part) });
    expect(put.status).toBe(200);
  }
}

async function upload(content: Buffer, name: string, slot = "letter"): Promise<UploadState> {
  const begun = await begin({ name, bytes: content.length, slot });
  const state: UploadState = await begun.json();
  expect(begun.status, JSON.stringify(state)).toBe(200);
  await sendAll(content, state);
  expect((await json(`/uploads/${state.fileId}/completion`, {})).status).toBe(200);
  return settled(state.fileId);
}

async function settled(fileId: string): Promise<UploadState> {
  for (let tries = 0; tries < 200; tries++) {
    const state: UploadState = await (await site.ask(`/uploads/${fileId}`, { cookie: owner.cookie })).json();
    if (state.state !== "verifying") return state;
    await wait(100);
  }
  throw new Error("the file was never verified");
}

const png = (await import("#tests/fixtures/files/pixel.ts")).pixel;

describe("an upload", () => {
  test("arrives in parts, is verified by its content, and is handed back byte for byte", async () => {
    const state = await upload(png, "还海 “still”.png");
    expect(state.state).toBe("ready");
    const answer = await site.ask(`/files/${state.fileId}`, { cookie: owner.cookie });
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("content-disposition")).toContain(
      `filename*=UTF-8''${encodeURIComponent("还海 “still”.png").slice(0, 12)}`,
    );
  });

  test("is refused before a byte is sent when name or size cannot fit, or it is not theirs", async () => {
    const codes = async (answer: Promise<Response>) => {
      const got = await answer;
      return [got.status, (await got.json())?.obstacles?.map((one: { code: string }) => one.code)];
    };
    expect(await codes(begin({ name: "film.exe", bytes: 10 }))).toEqual([422, ["format-not-accepted"]]);
    expect(await codes(begin({ name: "big.pdf", bytes: 3_000_000 }))).toEqual([422, ["file-too-large"]]);
    expect(await codes(begin({ name: "empty.pdf", bytes: 0 }))).toEqual([422, ["file-empty"]]);
    expect((await begin({ name: "a.pdf", bytes: 10, slot: "unknown" })).status).toBe(404);
    expect((await begin({ name: "a.pdf", bytes: 10 }, stranger)).status).toBe(404);
    expect((await site.ask("/uploads", { method: "POST", body: "{}" })).status).toBe(422);
    expect(
      (
        await json(
          "/uploads",
          { applicationId: owner.applicationId, slot: "letter", name: "a.pdf", bytes: 10, fingerprint: "12345678" },
          "",
        )
      ).status,
    ).toBe(401);
  });

  test("of something else under a fine name is refused with its reason", async () => {
    const page = Buffer.from("<html><script>alert(1)</script></html>");
    const state = await upload(page, "letter.pdf");
    expect(state.state).toBe("refused");
    const row = await site.db
      .selectFrom("file")
      .select(["obstacles", "format"])
      .where("id", "=", state.fileId)
      .executeTakeFirstOrThrow();
    expect(row.format).toBe("unknown");
    expect(JSON.parse(row.obstacles)).toMatchObject([{ code: "format-not-accepted" }]);
    await site.ask(`/uploads/${state.fileId}`, { method: "DELETE", cookie: owner.cookie });
  });

  test("goes on after the server was killed in the middle, without a part sent twice", async () => {
    const content = Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(20 * 1024 * 1024)]);
    const fingerprint = randomBytes(8).toString("hex");
    const file = { name: "film.mp4", bytes: content.length, slot: "screener", fingerprint };
    const state: UploadState = await (await begin(file)).json();
    await sendAll(content, state, (number) => number !== 2);
    await site.restart();
    const again: UploadState = await (await begin(file)).json();
    expect(again).toEqual({ ...state, arrived: [1, 3] });
    await sendAll(content, again, (number) => !again.arrived.includes(number));
    expect((await json(`/uploads/${state.fileId}/completion`, {})).status).toBe(200);
    expect((await settled(state.fileId)).state).toBe("refused");
    expect((await site.ask(`/uploads/${state.fileId}`, { method: "DELETE", cookie: owner.cookie })).status).toBe(200);
  });

  test("with a wrong bit, a wrong length or a foreign signature is not stored", async () => {
    const content = randomBytes(1000);
    const state: UploadState = await (await begin({ name: "a.pdf", bytes: 1000 })).json();
    const { requests } = await (
      await json(`/uploads/${state.fileId}/parts`, { parts: [{ number: 1, check: crc(content) }] })
    ).json();
    const [{ url }] = requests;
    const put = (address: string, body: Buffer) =>
      fetch(address, { method: "PUT", body: new Uint8Array(body) }).then((answer) => answer.status);
    const flipped = Buffer.from(content);
    flipped.writeUInt8(flipped.readUInt8(5) ^ 1, 5);
    expect(await put(url, flipped)).toBe(422);
    expect(await put(url, content.subarray(1))).toBe(400);
    expect(await put(`${url.slice(0, -2)}xx`, content)).toBe(403);
    expect((await json(`/uploads/${state.fileId}/completion`, {})).status).toBe(422);
    expect(await put(url, content)).toBe(200);
    await site.ask(`/uploads/${state.fileId}`, { method: "DELETE", cookie: owner.cookie });
  });

  test("leaves nothing in the store once it is removed, whole or broken off", async () => {
    const whole = await upload(png, "whole.png");
    const content = Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(1000)]);
    const begun: UploadState = await (await begin({ name: "half.pdf", bytes: content.length })).json();
    await sendAll(content, begun);
    const ids = [whole.fileId, begun.fileId];
    const rows = await site.db.selectFrom("file").select(["storageKey", "uploadId"]).where("id", "in", ids).execute();
    const places = rows.flatMap(({ storageKey, uploadId }) => [
      join(site.directory, "files", "objects", storageKey),
      join(site.directory, "files", "uploads", uploadId),
    ]);
    const kept = () => places.filter((path) => existsSync(path)).length;
    expect(kept()).toBe(2);
    for (const id of ids) await site.ask(`/uploads/${id}`, { method: "DELETE", cookie: owner.cookie });
    await expect.poll(kept, { timeout: 10_000 }).toBe(0);
  });

  test("by a plain form works without scripts and comes back to the files", async () => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(png)], "plain.png", { type: "image/png" }));
    const answer = await site.ask(`/applications/${owner.applicationId}/files/letter`, {
      method: "POST",
      body: form,
      cookie: owner.cookie,
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/applications/${owner.applicationId}/files#letter`,
    ]);
    const row = await site.db
      .selectFrom("file")
      .select(["id", "bytes"])
      .where("name", "=", "plain.png")
      .executeTakeFirstOrThrow();
    expect(row.bytes).toBe(png.length);
    expect((await settled(row.id)).state).toBe("ready");
    const strange = await site.ask(`/applications/${owner.applicationId}/files/letter`, {
      method: "POST",
      body: form,
      cookie: stranger,
    });
    expect(strange.status).toBe(404);
  });
});

describe("a stored film", () => {
  let fileId: string;
  let film: Buffer;
  beforeAll(async () => {
    film = await readFile("tests/fixtures/files/film.mp4");
    const state = await upload(film, "海.mp4", "screener");
    expect(state.state).toBe("ready");
    fileId = state.fileId;
  });
  const get = (headers: Record<string, string> = {}, method = "GET") =>
    site.ask(`/files/${fileId}`, { method, headers, cookie: owner.cookie });

  test("was read for what it is", async () => {
    const row = await site.db
      .selectFrom("file")
      .select(["facts", "format", "sha256"])
      .where("id", "=", fileId)
      .executeTakeFirstOrThrow();
    expect(row.format).toBe("mp4");
    expect(row.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(row.facts)).toMatchObject({
      width: 1920,
      height: 1080,
      codec: "h264",
      seconds: expect.any(Number),
    });
  });

  test.each([
    ["bytes=0-99", 206, 0, 100],
    ["bytes=100-", 206, 100, undefined],
    ["bytes=-50", 206, -50, undefined],
    ["bytes=0-0,5-6", 200, 0, undefined],
    ["lines=1-2", 200, 0, undefined],
  ])("is handed out by the range %s", async (range, status, from, to) => {
    const answer = await get({ Range: range });
    expect(answer.status).toBe(status);
    expect(Buffer.from(await answer.arrayBuffer()).equals(film.subarray(from, to))).toBe(true);
  });

  test("says where a range lies, and that one beyond the end is none", async () => {
    expect((await get({ Range: "bytes=5-9" })).headers.get("content-range")).toBe(`bytes 5-9/${film.length}`);
    const beyond = await get({ Range: `bytes=${film.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${film.length}`]);
  });

  test("answers HEAD, a known validator, and a range of an outdated one", async () => {
    const head = await get({}, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      String(film.length),
      "",
    ]);
    const etag = head.headers.get("etag") ?? "";
    expect((await get({ "If-None-Match": etag })).status).toBe(304);
    expect((await get({ Range: "bytes=0-9", "If-Range": '"old"' })).status).toBe(200);
    expect((await get({ Range: "bytes=0-9", "If-Range": etag })).status).toBe(206);
  });

  test("is nothing to a stranger, the same as a file that does not exist", async () => {
    const hidden = await site.ask(`/files/${fileId}`, { cookie: stranger });
    const missing = await site.ask("/files/0192f0c1-0000-7000-8000-000000000000", { cookie: stranger });
    expect([hidden.status, await hidden.text()]).toEqual([404, await missing.text()]);
    expect(missing.status).toBe(404);
    expect((await site.ask(`/files/${fileId}`)).status).toBe(401);
  });
});

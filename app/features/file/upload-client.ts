import type { Obstacle } from "#app/lib/refusal.ts";
import type { UploadState } from "./forms.ts";

/**
 * Sends one file in parts, four at once, and does not give up: a lost line, a server that restarts, an expired session
 * or a closed lid only pause it. The server remembers what arrived, so the same file chosen again after a reload goes on
 * where it was.
 */
export type UploadPhase =
  | "preparing"
  | "sending"
  | "waiting"
  | "signed-out"
  | "paused"
  | "verifying"
  | "ready"
  | "refused"
  | "elsewhere"
  | "removed";
export type UploadView = {
  phase: UploadPhase;
  sent: number;
  total: number;
  bytesPerSecond: number;
  obstacles: readonly Obstacle[];
};

const AT_ONCE = 4;
const SILENCE = 30_000;
const LONGEST_WAIT = 30_000;

type Options = { file: File; applicationId: string; slot: string; onChange: (view: UploadView) => void };

export class Upload {
  #view: UploadView;
  #state: UploadState | undefined;
  #queue: number[] = [];
  #inFlight = new Map<number, { loaded: number; request: XMLHttpRequest | undefined }>();
  #arrived = 0;
  #isPaused = false;
  #isOver = false;
  #wake: (() => void) | undefined;
  #speed: { at: number; sent: number }[] = [];
  readonly #worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
  #questions = new Map<number, { resolve: (check: string) => void; reject: (error: unknown) => void }>();

  constructor(private readonly options: Options) {
    this.#view = { phase: "preparing", sent: 0, total: options.file.size, bytesPerSecond: 0, obstacles: [] };
    this.#worker.addEventListener(
      "message",
      ({ data }: MessageEvent<{ id: number; check?: string; error?: string }>) => {
        const question = this.#questions.get(data.id);
        this.#questions.delete(data.id);
        if (data.check === undefined) question?.reject(new Unreadable(data.error));
        else question?.resolve(data.check);
      },
    );
    addEventListener("online", this.#wakeUp);
    addEventListener("beforeunload", this.#warn);
  }

  /** Runs to the end: verified, refused, or removed by the person. */
  async run(): Promise<void> {
    const fingerprint = await fingerprintOf(this.options.file);
    const alone = async (lock: Lock | null) => {
      if (!lock) return this.#show({ phase: "elsewhere" });
      try {
        await this.#begin(fingerprint);
        if (this.#state?.state === "uploading") await this.#sendAll();
        await this.#settle();
      } catch (error) {
        if (error instanceof Refusal) this.#show({ phase: "refused", obstacles: error.obstacles });
        else if (error instanceof Unreadable) this.#show({ phase: "refused", obstacles: [{ code: "file-changed" }] });
        else if (!this.#isOver) throw error;
      }
    };
    try {
      if (navigator.locks) await navigator.locks.request(`upload:${fingerprint}`, { ifAvailable: true }, alone);
      else await alone({ name: fingerprint, mode: "exclusive" });
    } finally {
      this.#end();
    }
  }

  pause() {
    this.#isPaused = true;
    for (const { request } of this.#inFlight.values()) request?.abort();
    this.#show({ phase: "paused" });
  }

  resume() {
    this.#isPaused = false;
    this.#show({ phase: "sending" });
    this.#wakeUp();
  }

  /** Stops and takes the file away, here and on the server. */
  async remove() {
    this.#isOver = true;
    this.pause();
    if (this.#state) await fetch(`/uploads/${this.#state.fileId}`, { method: "DELETE" }).catch(() => null);
    this.#show({ phase: "removed" });
    this.#end();
  }

  async #begin(fingerprint: string) {
    const { file, applicationId, slot } = this.options;
    this.#state = await this.#ask<UploadState>("/uploads", {
      applicationId,
      slot,
      name: file.name,
      bytes: file.size,
      fingerprint,
    });
    const { partBytes, arrived } = this.#state;
    const count = Math.ceil(file.size / partBytes);
    const has = new Set(arrived);
    this.#queue = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !has.has(number));
    this.#arrived = arrived.reduce((sum, number) => sum + this.#slice(number).size, 0);
    this.#show({ phase: "sending" });
  }

  async #sendAll() {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#sendNext()));
    this.#state = await this.#ask<UploadState>(`/uploads/${this.#id}/completion`, {});
  }

  async #sendNext(): Promise<void> {
    for (let number = this.#queue.shift(); number !== undefined && !this.#isOver; number = this.#queue.shift()) {
      const part = this.#slice(number);
      const check = await this.#check(number, part);
      for (let tries = 0; !this.#isOver; tries++) {
        await this.#unpaused();
        if (await this.#sendPart(number, part, check)) break;
        if (!this.#isPaused) await this.#patience(tries);
      }
      this.#arrived += part.size;
      this.#progress();
    }
  }

  async #sendPart(number: number, part: Blob, check: string): Promise<boolean> {
    const flight: { loaded: number; request: XMLHttpRequest | undefined } = { loaded: 0, request: undefined };
    this.#inFlight.set(number, flight);
    try {
      const { requests } = await this.#ask<{ requests: { url: string; headers: Record<string, string> }[] }>(
        `/uploads/${this.#id}/parts`,
        {
          parts: [{ number, check }],
        },
      );
      const [signed] = requests;
      if (!signed || this.#isPaused) return false;
      return await put(signed, part, flight, () => this.#progress());
    } finally {
      this.#inFlight.delete(number);
    }
  }

  async #settle() {
    for (let tries = 0; !this.#isOver; tries++) {
      const state = this.#state?.state;
      if (state === "ready") return this.#show({ phase: "ready", sent: this.options.file.size });
      if (state === "refused") return this.#show({ phase: "refused" });
      this.#show({ phase: "verifying", sent: this.options.file.size });
      await wait(Math.min(5_000, 700 + tries * 300));
      this.#state = await this.#ask<UploadState>(`/uploads/${this.#id}`);
    }
  }

  /** Asks the server until it answers. Only a reasoned refusal ends it. */
  async #ask<Answer>(path: string, body?: unknown): Promise<Answer> {
    for (let tries = 0; ; tries++) {
      if (this.#isOver) throw new Refusal([]);
      const answer = await fetch(path, {
        headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
        ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
      }).catch(() => null);
      if (answer?.ok) return answer.json();
      if (answer?.status === 422) throw new Refusal((await answer.json()).obstacles);
      if (answer?.status === 404) throw new Refusal([{ code: "upload-gone" }]);
      this.#show({ phase: answer?.status === 401 ? "signed-out" : "waiting" });
      await this.#patience(tries);
      if (!this.#isPaused) this.#show({ phase: this.#view.phase === "verifying" ? "verifying" : "sending" });
    }
  }

  get #id(): string {
    return this.#state?.fileId ?? "";
  }

  #slice(number: number): Blob {
    const bytes = this.#state?.partBytes ?? 1;
    return this.options.file.slice((number - 1) * bytes, number * bytes);
  }

  #check(id: number, part: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#questions.set(id, { resolve, reject });
      this.#worker.postMessage({ id, part, kind: this.#state?.partCheck ?? "crc32" });
    });
  }

  async #unpaused() {
    while (this.#isPaused && !this.#isOver) await new Promise<void>((resolve) => this.#onWake(resolve));
  }

  async #patience(tries: number) {
    this.#show({ phase: this.#view.phase === "signed-out" ? "signed-out" : "waiting" });
    const longest = Math.min(LONGEST_WAIT, 1000 * 2 ** tries);
    await Promise.race([
      wait(longest * (0.5 + (performance.now() % 100) / 200)),
      new Promise<void>((resolve) => this.#onWake(resolve)),
    ]);
  }

  #onWake(resolve: () => void) {
    const before = this.#wake;
    this.#wake = () => {
      before?.();
      resolve();
    };
  }

  #wakeUp = () => {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  };

  #warn = (event: BeforeUnloadEvent) => {
    if (this.#view.phase === "sending" || this.#view.phase === "waiting") event.preventDefault();
  };

  #progress() {
    const sent = this.#arrived + [...this.#inFlight.values()].reduce((sum, flight) => sum + flight.loaded, 0);
    const now = performance.now();
    this.#speed = [...this.#speed.filter((one) => one.at > now - 10_000), { at: now, sent }];
    const [first] = this.#speed;
    const span = first ? (now - first.at) / 1000 : 0;
    const bytesPerSecond = first && span > 0.5 ? Math.max(0, (sent - first.sent) / span) : this.#view.bytesPerSecond;
    this.#show({ phase: this.#isPaused ? "paused" : "sending", sent, bytesPerSecond });
  }

  #show(change: Partial<UploadView>) {
    this.#view = { ...this.#view, ...change };
    this.options.onChange(this.#view);
  }

  #end() {
    removeEventListener("online", this.#wakeUp);
    removeEventListener("beforeunload", this.#warn);
    this.#worker.terminate();
  }
}

class Refusal extends Error {
  constructor(readonly obstacles: readonly Obstacle[]) {
    super("refused");
  }
}
class Unreadable extends Error {}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

type Signed = { url: string; headers: Record<string, string> };

function put(
  { url, headers }: Signed,
  part: Blob,
  flight: { loaded: number; request: XMLHttpRequest | undefined },
  onProgress: () => void,
) {
  return new Promise<boolean>((resolve) => {
    const request = new XMLHttpRequest();
    flight.request = request;
    let silence = setTimeout(() => request.abort(), SILENCE);
    request.upload.addEventListener("progress", ({ loaded }) => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENCE);
      flight.loaded = loaded;
      onProgress();
    });
    request.addEventListener("loadend", () => {
      clearTimeout(silence);
      flight.loaded = 0;
      resolve(request.status >= 200 && request.status < 300);
    });
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(part);
  });
}

/** Name, size, date and a hash of both ends: tells the same file chosen again from another of its name. */
async function fingerprintOf(file: File): Promise<string> {
  const END = 65_536;
  const ends = await new Blob([file.slice(0, END), file.slice(Math.max(0, file.size - END))]).arrayBuffer();
  const facts = new TextEncoder().encode(`${file.name}\n${file.size}\n${file.lastModified}\n`);
  const bytes = new Uint8Array(facts.length + ends.byteLength);
  bytes.set(facts);
  bytes.set(new Uint8Array(ends), facts.length);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

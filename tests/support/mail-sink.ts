import { SMTPServer } from "smtp-server";

export type Received = {
  /** Which of the sink's doors it came by. */
  by: string;
  to: string;
  messageId: string;
};

export type MailSink = {
  /** Every letter that arrived whole, whether it was acknowledged or not. */
  received: Received[];
  /** Where the servers under test send theirs: one address each, so that a letter tells who sent it. */
  urls: Record<string, string>;
  /** What each letter's acknowledgement waits for. */
  beforeAnswer: (letter: Received) => Promise<void>;
  close(): Promise<void>;
};

/** A real SMTP server that keeps what it is sent, with a door of its own for each name. */
export async function startMailSink(names: readonly string[]): Promise<MailSink> {
  const servers: SMTPServer[] = [];
  const sink: MailSink = {
    received: [],
    urls: {},
    beforeAnswer: async () => {},
    async close() {
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    },
  };
  for (const by of names) {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      closeTimeout: 100,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const raw = Buffer.concat(chunks).toString("utf8");
          const messageId = /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? "";
          const letter = { by, to: session.envelope.rcptTo.map(({ address }) => address).join(), messageId };
          sink.received.push(letter);
          void sink.beforeAnswer(letter).then(() => done());
        });
      },
    });
    // A sender that was killed breaks its line off.
    server.on("error", () => {});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.server.address();
    sink.urls[by] = `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    servers.push(server);
  }
  return sink;
}

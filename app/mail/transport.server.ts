import { createTransport } from "nodemailer";

export type Parcel = { id: string; toEmail: string; subject: string; text: string; html: string };

/** How letters leave. Throws when one could not be handed over. */
export type Transport = (parcel: Parcel) => Promise<void>;

/** Thrown when the server refused for good: trying again would be the same. */
export class Undeliverable extends Error {}

/** Without a mail server letters stay where their addressee can read them: in the outbox. */
export const outboxTransport: Transport = async () => {};

/** Hands letters to the SMTP server of `url`. A letter keeps its Message-ID, so that a second copy is known as one. */
export function smtpTransport({ url, from, origin }: { url: string; from: string; origin: string }): Transport {
  const mailer = createTransport(
    {
      url,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const host = new URL(origin).hostname;
  return async ({ id, toEmail, subject, text, html }) => {
    try {
      await mailer.sendMail({
        to: { name: "", address: toEmail },
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    } catch (error) {
      const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
      if (code >= 550 && code < 560) throw new Undeliverable(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}

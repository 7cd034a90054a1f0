import { expect, test } from "vitest";
import { acceptInvitation } from "#app/features/invitation/accept-invitation.server.ts";
import { declineInvitation } from "#app/features/invitation/decline-invitation.server.ts";
import { inviteToPanel } from "#app/features/invitation/invite-to-panel.server.ts";
import { findInvitation, listInvitations } from "#app/features/invitation/queries.server.ts";
import { renewInvitation } from "#app/features/invitation/renew-invitation.server.ts";
import { revokeInvitation } from "#app/features/invitation/revoke-invitation.server.ts";
import { signInPerson } from "#app/features/person/sign-in-person.server.ts";
import { DAY, later } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { given, duringCall as now, smallWeek } from "#tests/support/builders.ts";
import { onEveryDatabase } from "#tests/support/databases.ts";

const address = "192.0.2.7";
const newcomer = { name: "Mei", password: "tide goes out at dawn", language: "zh" as const };

async function secretOf(db: Database): Promise<string> {
  const letter = await db
    .selectFrom("letter")
    .select("text")
    .where("kind", "=", "invitation")
    .orderBy("createdAt", "desc")
    .executeTakeFirstOrThrow();
  return /\/invitations\/([\w-]{43})$/m.exec(letter.text)?.[1] ?? "";
}

async function invited(db: Database) {
  const { programme, call } = await smallWeek(db);
  const organiser = await given(db).person({ name: "Manager" });
  const round = await given(db).round({ callId: call.id, maxLoad: 12 });
  const invitation = {
    email: "Mei@Example.test",
    name: "Mei",
    role: "juror" as const,
    programmeId: programme.id,
    roundId: round.id,
    language: "zh" as const,
    invitedBy: organiser.id,
    now,
  };
  const id = await inviteToPanel(db, invitation);
  return { id, invitation, programme, call, round, organiser, secret: await secretOf(db) };
}

onEveryDatabase("invitations", (db) => {
  test("somebody new accepts, has an account, the role and a place on the panel, and signs in", async () => {
    const { secret, programme, round } = await invited(db());
    const personId = await acceptInvitation(db(), { secret, by: newcomer, address, now });
    expect(
      await db().selectFrom("role").select(["kind", "programmeId"]).where("personId", "=", personId).execute(),
    ).toEqual([{ kind: "juror", programmeId: programme.id }]);
    expect(await db().selectFrom("panelist").select(["roundId", "personId", "maxLoad"]).execute()).toEqual([
      { roundId: round.id, personId, maxLoad: 12 },
    ]);
    const person = await db().selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirstOrThrow();
    expect(person).toMatchObject({ email: "Mei@Example.test", emailVerifiedAt: now });
    const { password } = newcomer;
    await signInPerson(db(), { email: person.email, password, oldToken: undefined, userAgent: "", address, now });
  });

  test("who is signed in accepts as who they are", async () => {
    const { secret } = await invited(db());
    const other = await given(db()).person({ email: "other@example.test" });
    expect(await acceptInvitation(db(), { secret, by: { personId: other.id }, address, now })).toBe(other.id);
  });

  test("a known address must sign in first", async () => {
    const { secret } = await invited(db());
    await given(db()).person({ email: "mei@example.test" });
    await expect(acceptInvitation(db(), { secret, by: newcomer, address, now })).rejects.toThrow("account-known");
  });

  test("of ten redemptions at the same time exactly one succeeds and one account is made", async () => {
    const { secret } = await invited(db());
    const people = await Promise.all(Array.from({ length: 5 }, () => given(db()).person()));
    const tries = people.flatMap((person) => [
      acceptInvitation(db(), { secret, by: { personId: person.id }, address, now }),
      acceptInvitation(db(), { secret, by: newcomer, address, now }),
    ]);
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().selectFrom("role").select("id").execute()).toHaveLength(1);
    expect(await db().selectFrom("panelist").select("id").execute()).toHaveLength(1);
    await expect(acceptInvitation(db(), { secret, by: newcomer, address, now })).rejects.toThrow("invitation-accepted");
  });

  test("after fourteen days, or taken back, it is worth nothing", async () => {
    const { secret, id, programme, organiser } = await invited(db());
    const late = later(now, 14 * DAY);
    await expect(acceptInvitation(db(), { secret, by: newcomer, address, now: late })).rejects.toThrow("expired");
    await revokeInvitation(db(), { invitationId: id, programmeId: programme.id, revokedBy: organiser.id, now });
    await expect(acceptInvitation(db(), { secret, by: newcomer, address, now })).rejects.toThrow("revoked");
  });

  test("renewed, the new link works and the old one is unknown", async () => {
    const { secret, id, programme, organiser } = await invited(db());
    const then = later(now, DAY);
    await renewInvitation(db(), { invitationId: id, programmeId: programme.id, renewedBy: organiser.id, now: then });
    expect(await findInvitation(db(), { secret, now: then })).toBeUndefined();
    await acceptInvitation(db(), { secret: await secretOf(db()), by: newcomer, address, now: later(now, 14.5 * DAY) });
  });

  test("the organiser's own words stand in the letter, in the letter sent anew, and behind the link", async () => {
    const { invitation, programme, organiser } = await invited(db());
    const message = "Dear Li,\nwe would be glad: <b>two</b> evenings.";
    const id = await inviteToPanel(db(), { ...invitation, email: "li@example.test", message });
    const letters = () =>
      db().selectFrom("letter").select(["text", "html"]).where("toEmail", "=", "li@example.test").execute();
    const then = later(now, DAY);
    await renewInvitation(db(), { invitationId: id, programmeId: programme.id, renewedBy: organiser.id, now: then });
    const sent = await letters();
    expect(sent).toHaveLength(2);
    for (const { text, html } of sent) {
      expect(text).toContain("> Dear Li,\n> we would be glad: <b>two</b> evenings.");
      expect(html).toContain("we would be glad: &lt;b&gt;two&lt;/b&gt; evenings.");
    }
    const found = await Promise.all(
      sent.map(({ text }) =>
        findInvitation(db(), { secret: /\/invitations\/([\w-]{43})$/m.exec(text)?.[1] ?? "", now: then }),
      ),
    );
    expect(found.flatMap((one) => one?.message ?? [])).toEqual([message]);
  });

  test("another programme's organiser reaches nothing", async () => {
    const { id, organiser } = await invited(db());
    const other = await smallWeek(db());
    const elsewhere = { invitationId: id, programmeId: other.programme.id, now };
    await expect(revokeInvitation(db(), { ...elsewhere, revokedBy: organiser.id })).rejects.toThrow("not found");
    await expect(renewInvitation(db(), { ...elsewhere, renewedBy: organiser.id })).rejects.toThrow("not found");
    expect(await listInvitations(db(), { programmeId: other.programme.id, now })).toEqual([]);
  });

  test("a round of another programme is refused", async () => {
    const { invitation } = await invited(db());
    const other = await smallWeek(db());
    const wrong = { ...invitation, email: "x@example.test", programmeId: other.programme.id };
    await expect(inviteToPanel(db(), wrong)).rejects.toThrow("not found");
  });

  test("an organiser with an entry in the call neither asks its jurors, nor asks anew, nor takes back", async () => {
    const { id, invitation, programme, call } = await invited(db());
    const entrant = await given(db()).person();
    const { id: callId, definitionId } = call;
    await given(db()).application({ callId, definitionId, leadId: entrant.id, state: "submitted" });
    const friend = { ...invitation, email: "friend@example.test", invitedBy: entrant.id };
    await expect(inviteToPanel(db(), friend)).rejects.toThrow("not found");
    const own = { invitationId: id, programmeId: programme.id, now };
    await expect(renewInvitation(db(), { ...own, renewedBy: entrant.id })).rejects.toThrow("not found");
    await expect(revokeInvitation(db(), { ...own, revokedBy: entrant.id })).rejects.toThrow("not found");
    expect(await listInvitations(db(), { programmeId: programme.id, now })).toMatchObject([{ id, state: "open" }]);
  });

  test("asking twice is the same as once", async () => {
    const { id, invitation } = await invited(db());
    expect(await inviteToPanel(db(), { ...invitation, email: "MEI@example.test" })).toBe(id);
    expect(await db().selectFrom("letter").select("id").execute()).toHaveLength(1);
  });

  test("a no is kept with its reason and can not be turned by the old link", async () => {
    const { secret } = await invited(db());
    await declineInvitation(db(), { secret, reason: "三月在外拍片", address, now });
    await declineInvitation(db(), { secret, reason: "again", address, now });
    const row = await db().selectFrom("invitation").select("declineReason").executeTakeFirstOrThrow();
    expect(row.declineReason).toBe("三月在外拍片");
    await expect(acceptInvitation(db(), { secret, by: newcomer, address, now })).rejects.toThrow("declined");
  });
});

/** Relations that can be seen in the data. A hint is never a conflict: an organiser looks and confirms. */
export type HintReason = "same-email-domain" | "same-name-in-people";
export type Hint = { personId: string; reason: HintReason; evidence: string };

type Juror = { id: string; name: string; email: string };
type Entry = {
  /** Addresses of the team. */
  emails: readonly string[];
  /** Names of everybody credited or in the team. */
  names: readonly string[];
};

/** Mail hosts that say nothing about where somebody belongs. */
const publicHosts = new Set(
  (
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.jp icloud.com me.com " +
    "proton.me protonmail.com gmx.de gmx.net web.de mail.ru yandex.ru qq.com foxmail.com 163.com 126.com yeah.net " +
    "sina.com sina.cn sohu.com 139.com 189.cn aliyun.com naver.com"
  ).split(" "),
);

/** Looks for what an entry and these jurors have in common. At most one hint for each thing they share. */
export function hintFinder(jurors: readonly Juror[]): (entry: Entry) => Hint[] {
  const byDomain = groupBy(jurors, ({ email }) => domainOf(email));
  const byName = groupBy(jurors, ({ name }) => foldName(name));
  return ({ emails, names }) => {
    const domains = new Set(emails.map(domainOf).filter((domain) => domain !== "" && !publicHosts.has(domain)));
    const folded = new Map(names.map((name) => [foldName(name), name] as const));
    folded.delete("");
    return [
      ...[...domains].flatMap((domain) =>
        (byDomain.get(domain) ?? []).map(({ id }) => hint(id, "same-email-domain", domain)),
      ),
      ...[...folded].flatMap(([key, name]) =>
        (byName.get(key) ?? []).map(({ id }) => hint(id, "same-name-in-people", name)),
      ),
    ];
  };
}

const hint = (personId: string, reason: HintReason, evidence: string): Hint => ({ personId, reason, evidence });

function groupBy(jurors: readonly Juror[], keyOf: (juror: Juror) => string): Map<string, Juror[]> {
  const groups = new Map<string, Juror[]>();
  for (const juror of jurors) groups.set(keyOf(juror), [...(groups.get(keyOf(juror)) ?? []), juror]);
  return groups;
}

function domainOf(email: string): string {
  return email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
}

/** «LI Wei», «li  wei» and «Wei Li» are one name to look at; so are 李伟 and 李 伟. */
function foldName(name: string): string {
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s·.,，、-]+/u)
    .filter(Boolean);
  return /\p{Script=Han}/u.test(name) ? words.join("") : words.sort().join(" ");
}

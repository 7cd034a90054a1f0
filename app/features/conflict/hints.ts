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

/** Looks for what a juror and an entry have in common. At most one hint of a kind for each juror. */
export function findHints(entry: Entry, jurors: readonly Juror[]): Hint[] {
  const domains = new Set(entry.emails.map(domainOf).filter((domain) => domain !== "" && !publicHosts.has(domain)));
  const names = new Map(entry.names.map((name) => [foldName(name), name] as const));
  return jurors.flatMap((juror) => {
    const hints: Hint[] = [];
    const domain = domainOf(juror.email);
    if (domains.has(domain)) hints.push({ personId: juror.id, reason: "same-email-domain", evidence: domain });
    const name = names.get(foldName(juror.name));
    if (name !== undefined && foldName(name) !== "")
      hints.push({ personId: juror.id, reason: "same-name-in-people", evidence: name });
    return hints;
  });
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

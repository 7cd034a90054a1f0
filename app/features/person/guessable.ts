/** Words that lists of stolen passwords are full of: alone, repeated or dressed with digits they protect nobody. */
const words = [
  "password passwort contrasena passw0rd admin administrator welcome letmein changeme default login master",
  "qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx",
  "iloveyou woaini woaini1314 wo5201314 5201314 1314520 woaizhongguo zhongguo aini baobao sunshine princess",
  "dragon monkey shadow football baseball superman batman pokemon starwars whatever trustno1 michael jordan",
  "abc abcd abcdef abcdefgh abc123 aa123456 a123456 qwe123 qwerty123 asd123 test testing demo secret hello",
  "tidemark qingdao filmweek film festival summer winter spring autumn monday google facebook wechat weixin",
].flatMap((line) => line.split(" "));

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1234567890",
  "0987654321",
  "zyxwvutsrqponmlkjihgfedcba",
];

/** Whether a long password would still be among a guesser's first: the account's own names, common words, runs. */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const folded = password.normalize("NFKC").toLowerCase();
  if (new Set(folded).size < 5) return true;
  if (isRun(folded)) return true;
  const letters = folded.replace(/[^\p{L}\p{N}]+/gu, "");
  const core = folded.replace(/[^\p{L}]+/gu, "");
  if (own.some((name) => name.length > 3 && remainder(folded, name.toLowerCase()).length < 5)) return true;
  return words.some(
    (word) => isRepeated(letters, word) || isRepeated(core, word) || remainder(letters, word).length < 4,
  );
}

/** What is left of a text when every occurrence of a word is taken out, digits and signs aside. */
function remainder(text: string, word: string): string {
  return text.includes(word)
    ? text.replaceAll(word, "").replace(/[\d\W_]+/gu, "") + (text === word ? "" : digits(text, word))
    : text;
}

const digits = (text: string, word: string) =>
  text.replaceAll(word, "").replace(/\D+/g, "").length > 6 ? "random digits" : "";

const isRepeated = (text: string, word: string) => text.length > 0 && text.replaceAll(word, "") === "";

function isRun(text: string): boolean {
  return rows.some((row) => {
    const endless = row.repeat(Math.ceil(text.length / row.length) + 1);
    return endless.includes(text);
  });
}

import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesBelow, readText, root, type Source, sourceOf, sources } from "#tests/support/sources.ts";

type ImportLaw = {
  law: string;
  /** The files it binds. */
  in: RegExp;
  never: RegExp;
  /** Type-only imports vanish before anything runs; most laws leave them alone. */
  alsoTypes?: true;
  /** A breach that the law has to catch: [file, import]. */
  breach: [string, string];
};

const OWN_WORLD = "#(app/(features|routes|auth|jobs|mail|server)|storage|db)/";

const importLaws: ImportLaw[] = [
  {
    law: "plain modules of lib import nothing of ours but each other",
    in: /^app\/lib\/(?!.*\.server\.).*\.tsx?$/,
    never: /\.server\b|^#(?!app\/lib\/)|^\.\.\//,
    alsoTypes: true,
    breach: ["app/lib/paths.ts", "#app/features/call/rules.ts"],
  },
  {
    law: "server modules of lib know no feature",
    in: /^app\/lib\/.*\.server\.tsx?$/,
    never: /#app\/(features|routes|jobs|mail|ui)\//,
    breach: ["app/lib/answer.server.ts", "#app/features/call/queries.server.ts"],
  },
  {
    law: "pure modules of features know nothing but the domain",
    in: /^app\/features\/.+\/(?!.*\.server\.)[^/]+\.ts$/,
    never: /\.server\b|^#db|^#storage|^node:|^react|^@remix-run|^kysely|#app\/(routes|auth|jobs|mail|ui)\//,
    alsoTypes: true,
    breach: ["app/features/review/rules.ts", "#db/schema.ts"],
  },
  {
    law: "queries only read: they know no use-case, mail, file or page",
    in: /^app\/features\/.+\/queries\.server\.ts$/,
    never:
      /#app\/(features\/.+\/(?!queries)[a-z-]+\.server\.ts|routes|jobs|mail|ui)|^\.\/(?!queries)[a-z-]+\.server\.ts|^#storage|@remix-run|^react/,
    breach: ["app/features/round/queries.server.ts", "#app/mail/outbox.server.ts"],
  },
  {
    law: "features know neither Remix's server nor its routes",
    in: /^app\/features\/.+\.ts$/,
    never: /^@remix-run|#app\/routes\//,
    alsoTypes: true,
    breach: ["app/features/call/open-call.server.ts", "@remix-run/node"],
  },
  {
    law: "components reach nothing of the server",
    in: /^app\/(features|ui)\/.+\.tsx$/,
    never: /\.server\b|^#db|^#storage|^node:|^kysely|#app\/(routes|auth|jobs|mail|server)\//,
    breach: ["app/features/round/score-table.tsx", "./queries.server.ts"],
  },
  {
    law: "across features an import is spelled in full",
    in: /^app\/features\//,
    never: /^\.\.\//,
    alsoTypes: true,
    breach: ["app/features/round/rules.ts", "../call/rules.ts"],
  },
  {
    law: "routes write no SQL and borrow nothing from other routes",
    in: /^app\/routes\//,
    never: /^kysely|#app\/routes\/|^#storage\/(disk|s3)/,
    alsoTypes: true,
    breach: ["app/routes/public/home.tsx", "kysely"],
  },
  {
    law: "auth knows no feature but the person",
    in: /^app\/auth\/(?!.*\.tsx$)/,
    never: /#app\/(routes|jobs|ui|features\/(?!person\/))/,
    breach: ["app/auth/session.server.ts", "#app/features/call/queries.server.ts"],
  },
  {
    law: "jobs and mail know no page",
    in: /^app\/(jobs|mail)\//,
    never: /#app\/(routes|ui)\//,
    breach: ["app/jobs/run.server.ts", "#app/routes/public/home.tsx"],
  },
  {
    law: "texts know nothing but the language",
    in: /^app\/i18n\/(?!.*\.server\.)/,
    never: new RegExp(`\\.server\\b|${OWN_WORLD}|#app/ui/`),
    breach: ["app/i18n/text.ts", "#db/database.server.ts"],
  },
  {
    law: "primitives know no domain word",
    in: /^app\/ui\//,
    never: new RegExp(`\\.server\\b|${OWN_WORLD}`),
    alsoTypes: true,
    breach: ["app/ui/button.tsx", "#app/features/call/rules.ts"],
  },
  {
    law: "the database knows no feature, except to plant seeds",
    in: /^db\/(?!seeds\/)/,
    never: /#app\/(?!lib\/|config\.server\.ts)|^@remix-run|^react|^#storage/,
    alsoTypes: true,
    breach: ["db/schema.ts", "#app/features/call/definition.ts"],
  },
  {
    law: "storage knows no feature and no page",
    in: /^storage\//,
    never: /#app\/(?!lib\/|config\.server\.ts)|^@remix-run|^react/,
    alsoTypes: true,
    breach: ["storage/disk.server.ts", "#app/features/call/definition.ts"],
  },
  {
    law: "only server modules and routes open the database or the files",
    in: /^app\/(?!routes\/|cli\/)(?!.*\.server\.tsx?$).*\.tsx?$/,
    never: /^#db\/.*\.server|^#storage\/.*\.server|^better-sqlite3$|^pg$/,
    breach: ["app/server/health.ts", "#db/database.server.ts"],
  },
  {
    law: "nothing of the product imports a test",
    in: /^(app|db|storage)\//,
    never: /#tests\/|\/tests\//,
    alsoTypes: true,
    breach: ["app/jobs/run.server.ts", "#tests/support/builders.ts"],
  },
];

function breachesOf({ in: scope, never, alsoTypes }: ImportLaw, files: readonly Source[]) {
  return files
    .filter(({ path }) => scope.test(path))
    .flatMap(({ path, imports, typeImports }) =>
      [...imports, ...(alsoTypes ? typeImports : [])]
        .filter((name) => never.test(name))
        .map((name) => `${path} → ${name}`),
    );
}

describe("who may import what", () => {
  test.each(importLaws)("$law", (law) => {
    expect(breachesOf(law, sources)).toEqual([]);
  });

  test.each(importLaws)("the law is awake: $law", (law) => {
    const [path, name] = law.breach;
    expect(breachesOf(law, [sourceOf(path, `import { thing } from "${name}";\n`)])).toEqual([`${path} → ${name}`]);
  });

  test("a use-case opens its own transaction and calls no other that does", () => {
    const opens = sources.filter(
      ({ path, text }) => path.startsWith("app/features/") && /\.transaction\(\)/.test(text),
    );
    const names = new Set(opens.map(({ path }) => `#${path}`));
    const breaches = opens.flatMap(({ path, imports }) =>
      imports
        .map((name) => (name.startsWith("./") ? `#${path.replace(/[^/]+$/, "")}${name.slice(2)}` : name))
        .filter((name) => names.has(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(breaches).toEqual([]);
  });
});

type TextLaw = { law: string; in: RegExp; never: RegExp; breach: [string, string] };

const textLaws: TextLaw[] = [
  {
    law: "only the configuration reads the environment",
    in: /^(app\/(?!cli\/|config\.server\.ts$)|db\/|storage\/)/,
    never: /process\.env\b/,
    breach: ["app/mail/transport.server.ts", "const url = process.env.SMTP_URL;"],
  },
  {
    law: "features are told the time and make no chance of their own",
    in: /^app\/features\/.+\.ts$/,
    never: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/,
    breach: ["app/features/call/rules.ts", "if (new Date() > closesAt) return [];"],
  },
  {
    law: "only routes, entries and configuration have a default export",
    in: /^(app\/(?!routes\/|routes\.ts$|root\.tsx$|entry\.)|db\/|storage\/)/,
    never: /^export default\b/m,
    breach: ["app/ui/button.tsx", "export default function Button() {}"],
  },
  {
    law: "no test is left out, alone, or phrased as a wish",
    in: /^tests\/.*\.(test|spec)\.tsx?$/,
    never: /\b(test|it|describe)\.(only|skip|todo|fixme)\(|\b(test|it)\(\s*["'`][^"'`]*\bshould\b/,
    breach: ["tests/unit/moment.test.ts", 'test.only("a day later", () => {});'],
  },
];

describe("what may be written where", () => {
  const offenders = ({ in: scope, never }: TextLaw, files: readonly Source[]) =>
    files.filter(({ path, text }) => scope.test(path) && never.test(text)).map(({ path }) => path);

  test.each(textLaws)("$law", (law) => {
    const others = sources.filter(({ path }) => path !== "tests/unit/architecture.test.ts");
    expect(offenders(law, others)).toEqual([]);
  });

  test.each(textLaws)("the law is awake: $law", (law) => {
    const [path, text] = law.breach;
    expect(offenders(law, [sourceOf(path, text)])).toEqual([path]);
  });
});

describe("where things lie", () => {
  test("the top level has a closed list of entries", () => {
    const known =
      /^(app|db|storage|tests|public|docs|node_modules|build|data|bench-results|test-results|playwright-report|package(-lock)?\.json|tsconfig\.json|biome\.json|remix\.config\.js|(vite|vitest|playwright)\.config\.ts|(README|STYLE|CONTRIBUTING)\.md|LICENSE|\..+|.+\.log)$/;
    expect(readdirSync(root).filter((name) => !known.test(name))).toEqual([]);
  });

  test("the folders of app are the ones we know", () => {
    const known =
      /^(routes|features|auth|jobs|mail|i18n|ui|lib|styles|server|cli|root\.tsx|entry\.(server|client)\.tsx|routes\.ts|config\.server\.ts)$/;
    expect(readdirSync(`${root}app`).filter((name) => !known.test(name))).toEqual([]);
  });

  test("a feature holds rules, pure modules, forms, queries, use-cases and components, and nothing vague", () => {
    const word = "[a-z0-9]+(-[a-z0-9]+)*";
    const kind = new RegExp(
      `^app/features/${word}/(template/)?(${word}\\.ts|queries\\.server\\.ts|[a-z]+(-[a-z0-9]+)+\\.server\\.ts|${word}\\.tsx|${word}\\.module\\.css)$`,
    );
    const vague =
      /\/(utils?|helpers?|services?|types?|constants?|index|misc|common|shared)\b|-(data|info|manager|service|util|helper)\./;
    const strange = filesBelow("app/features").filter((path) => !kind.test(path) || vague.test(path));
    expect(strange).toEqual([]);
  });

  test("files are named in kebab-case", () => {
    const kebab = /^_?[a-z0-9]+([-_][a-z0-9]+)*(\.[a-z0-9]+)*$/;
    const strange = sources.map(({ path }) => path).filter((path) => !kebab.test(path.split("/").at(-1) ?? ""));
    expect(strange).toEqual([]);
  });

  test("modules of the database and the files that run on the server say so in their name", () => {
    const silent = sources.filter(
      ({ path, imports }) =>
        /^(db|storage)\/(?!migrations\/|seeds\/)/.test(path) &&
        !/\.server\.ts$/.test(path) &&
        imports.some((name) => /^node:|^better-sqlite3$|^pg$|^@aws-sdk|\.server\b/.test(name)),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("no file names a place on somebody's machine", () => {
    const folders = ["work", "root", "Users/\\w+", "home/\\w+"].join("|");
    const place = new RegExp(`(?<![\\w/.:-])/(${folders})/`);
    const text = /\.(tsx?|m?js|json|md|css|html|ya?ml|sh|sql|txt|svg)$|^\.|\/run$/;
    const named = filesBelow("").filter((path) => text.test(path) && place.test(readText(path)));
    expect(named).toEqual([]);
  });
});

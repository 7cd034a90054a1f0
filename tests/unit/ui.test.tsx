import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageProvider } from "#app/i18n/text.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Countdown, MomentText } from "#app/ui/moment-text.tsx";
import { Tabs } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { Waterline } from "#app/ui/waterline.tsx";

function render(content: ReactNode, language: "zh" | "en" = "en") {
  return renderToStaticMarkup(<LanguageProvider value={language}>{content}</LanguageProvider>);
}

test("a field ties its label, hint and error to its control", () => {
  const html = render(<TextField label="Title" name="title" hint="Short" error="Please answer this." />);
  expect(html).toContain('<label for="title">');
  expect(html).toMatch(/<input[^>]*aria-describedby="title-hint title-error"/);
  expect(html).toMatch(/<input[^>]*aria-invalid="true"/);
  expect(html).toContain('id="title-hint"');
  expect(html).toContain('id="title-error"');
});

test("a field without hint or error points at nothing", () => {
  expect(render(<TextField label="Title" name="title" />)).not.toMatch(/aria-(describedby|invalid)/);
});

test("a group of choices is a fieldset with a legend and preselects nothing", () => {
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: "B" },
  ];
  const html = render(<ChoiceGroup legend="Which?" name="which" kind="radio" options={options} />);
  expect(html).toMatch(/<fieldset[^>]*id="which"[^>]*><legend>Which\?<\/legend>/);
  expect(html).not.toContain("checked");
});

test("an error summary is an alert whose lines lead to their places, and is nothing without lines", () => {
  const html = render(<ErrorSummary problems={[{ message: "Please answer this.", href: "#title" }]} />);
  expect(html).toContain('role="alert"');
  expect(html).toContain('<a href="#title">Please answer this.</a>');
  expect(render(<ErrorSummary problems={[]} />)).toBe("");
});

test("a table names itself, its columns and its rows", () => {
  const html = render(
    <Table
      caption="Entries"
      rows={[{ id: "1", score: 8 }]}
      keyOf={(row) => row.id}
      columns={[
        { key: "id", head: "Entry", cell: (row) => row.id, isHead: true },
        { key: "score", head: "Score", cell: (row) => row.score, sorted: "descending", sortHref: "?sort=score" },
      ]}
    />,
  );
  expect(html).toMatch(/<caption[^>]*>Entries<\/caption>/);
  expect(html).toMatch(/<th scope="col"[^>]*aria-sort="descending"><a href="\?sort=score">Score<\/a>/);
  expect(html).toMatch(/<th scope="row"[^>]*>1<\/th>/);
});

test("the waterline says its number in words and hides its drawing from those who listen", () => {
  const html = render(<Waterline value={1.4} label="7 of 5 read" />);
  expect(html).toContain("<p>7 of 5 read</p>");
  expect(html).toContain('aria-hidden="true"');
  expect(html).toContain('width="100" height="12"');
});

test.each([
  ["zh", "2027年3月1日 23:59（青岛时间）"],
  ["en", "1 Mar 2027, 23:59 (Qingdao time)"],
] as const)("a moment in %s names the city of its zone", (language, text) => {
  const moment = "2027-03-01T15:59:59.999Z";
  expect(render(<MomentText moment={moment} timeZone="Asia/Shanghai" />, language)).toBe(
    `<time dateTime="${moment}">${text}</time>`,
  );
});

test.each([
  ["three days before", "2027-03-04T00:00:00.000Z", "3 days left"],
  ["in the last two days", "2027-03-01T05:30:00.000Z", "5 h 30 min left"],
  ["when it is over", "2027-03-01T00:00:00.000Z", "The time is up"],
])("a countdown %s says so without scripts", (_when, until, text) => {
  expect(render(<Countdown until={until} now="2027-03-01T00:00:00.000Z" />)).toContain(text);
});

test("tabs and pages are links, and the present one says that it is", () => {
  const tabs = [{ href: "/a", label: "A", isCurrent: true }];
  expect(render(<Tabs label="Parts" tabs={tabs} />)).toContain('<a href="/a" aria-current="page">A</a>');
  const pages = render(<Pagination page={2} pages={3} hrefOf={(page) => `?page=${page}`} />);
  expect(pages).toContain('<a rel="prev" href="?page=1">');
  expect(pages).toContain('<a rel="next" href="?page=3">');
});

test("a link that looks like a button stays a link", () => {
  expect(render(<LinkButton href="/calls">Calls</LinkButton>)).toMatch(/^<a class="[^"]*" href="\/calls">Calls<\/a>$/);
});

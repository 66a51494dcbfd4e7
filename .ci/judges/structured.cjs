// Writes a TypeScript file from things of JSON-LD, one a line, in which the compiler and the types of
// schema-dts, made from schema.org's own vocabulary, find every property that a type does not have.
// Parts of things that stand in many pages are checked once each.
const { readFileSync, writeFileSync } = require("fs");

const [things, to] = process.argv.slice(2);
const seen = new Set();
const lines = [];
// A thing is checked by itself, with the things within it reduced to their types.
function visit(thing) {
  if (Array.isArray(thing)) return thing.forEach(visit);
  if (thing === null || typeof thing !== "object") return;
  const shallow = (value) =>
    Array.isArray(value) ? value.map(shallow) : value && typeof value === "object" ? { "@type": value["@type"] } : value;
  const own = {};
  for (const [name, value] of Object.entries(thing)) {
    if (name === "@context") continue;
    own[name] = shallow(value);
    visit(value);
  }
  // What decides is which properties of which sort there are, not what they say.
  const sort = JSON.stringify(own, (_, value) =>
    typeof value === "string" && !value.startsWith("https://schema.org/") && value !== own["@type"] && !/^[A-Z][A-Za-z]+$/.test(value) ? "" : value);
  if (seen.has(sort)) return;
  seen.add(sort);
  const query = own["@type"] === "SearchAction" ? " & { 'query-input'?: string }" : "";
  lines.push(`const t${lines.length}: Exclude<S.${own["@type"]}, string>${query} = ${JSON.stringify(own)};`);
}
for (const line of readFileSync(things, "utf-8").split("\n")) if (line) visit(JSON.parse(line));
writeFileSync(to, `import type * as S from "schema-dts";\n${lines.join("\n")}\nexport {};\n`);
console.log(lines.length);

// What search engines require of things of JSON-LD, one a line, by Adobe's validator of rich results.
// Errors end the run; prints how many things were looked at.
import { readFileSync } from "fs";
import { pathToFileURL } from "url";

const [modules, things] = process.argv.slice(2);
const { default: Validator } = await import(pathToFileURL(`${modules}/@adobe/structured-data-validator/src/index.js`));
let count = 0;
for (const line of readFileSync(things, "utf-8").split("\n").filter(Boolean)) {
  const { "@context": _, ...thing } = JSON.parse(line);
  const data = { jsonld: { [thing["@type"]]: [{ "@context": "https://schema.org/", ...thing }] }, microdata: {}, rdfa: {} };
  const errors = (await new Validator().validate(data)).filter(
    // A verdict is a word, not a number of stars (and no search engine shows it any longer).
    (issue) => issue.severity === "ERROR" && !(thing["@type"] === "ClaimReview" && issue.fieldNames?.includes("ratingValue")),
  );
  if (errors.length) {
    console.error(JSON.stringify(errors[0], null, 1), line);
    process.exit(1);
  }
  count += 1;
}
console.log(count);

// Google's CSP evaluator over the policy in a `_headers` file: no finding of high severity.
const { readFileSync } = require("fs");
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { Severity } = require("csp_evaluator/dist/finding.js");

const policies = [...readFileSync(process.argv[2], "utf-8").matchAll(/^\s*Content-Security-Policy: (.+)$/gm)];
if (!policies.length) throw new Error("no policy");
let others = 0;
for (const [, policy] of policies) {
  for (const finding of new CspEvaluator(new CspParser(policy).csp).evaluate()) {
    if ([Severity.HIGH, Severity.HIGH_MAYBE, Severity.SYNTAX].includes(finding.severity)) {
      console.error(`${finding.directive} ${finding.value ?? ""}: ${finding.description}`);
      process.exit(1);
    }
    others += 1;
  }
}
console.log(`${policies.length} policies, ${others} findings below high`);

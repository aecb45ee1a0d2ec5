// Sums the result files of all test projects: node sum-results.mjs RESULTS TESTS [PROJECT_WITH_A_FAULT...]
// A project may have several: PROJECT.trx and PROJECT.*.trx.
// Tells of each failed test why it failed.
// Fails when a test failed, a project has no result file, ran nothing, or its host ended with a fault that no failed test explains.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [results, tests, ...faulty] = process.argv.slice(2);
const mostOfMessage = 600;
const plain = (xml) => xml.replace(/&(lt|gt|quot|amp|#x[0-9A-F]+);/gi, (whole, name) =>
  ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? String.fromCodePoint(parseInt(name.slice(2), 16)));
const sum = { passed: 0, failed: 0, skipped: 0 };
const faults = [];
for (const project of readdirSync(tests).filter((name) => name.endsWith("Tests")).sort()) {
  const files = readdirSync(results).filter((name) => name.startsWith(`${project}.`) && name.endsWith(".trx"));
  if (!files.includes(`${project}.trx`)) {
    faults.push(`${project} left no results`);
    continue;
  }
  const text = files.map((name) => readFileSync(join(results, name), "utf8")).join("\n");
  const outcomes = [...text.matchAll(/<UnitTestResult\b[^>]*\boutcome="(\w+)"/g)].map((match) => match[1]);
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const outcome of outcomes)
    count[outcome === "Passed" ? "passed" : outcome === "NotExecuted" ? "skipped" : "failed"]++;
  console.log(`${project}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  for (const [, name, message] of text.matchAll(/<UnitTestResult\b[^>]*\btestName="([^"]*)"[^>]*\boutcome="Failed"[^>]*>(?:(?!<\/UnitTestResult>)[^])*?<Message>([^]*?)<\/Message>/g))
    console.log(`  ${plain(name)}\n    ${plain(message).trim().slice(0, mostOfMessage).replaceAll(/\s*\n\s*/g, "\n    ")}`);
  for (const key of Object.keys(sum)) sum[key] += count[key];
  if (outcomes.length === 0) faults.push(`${project} ran no test`);
  if (faulty.includes(project) && count.failed === 0) faults.push(`the test host of ${project} died`);
}
for (const fault of faults) console.error(fault);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed > 0 || faults.length > 0 || faulty.length > 0 ? 1 : 0);

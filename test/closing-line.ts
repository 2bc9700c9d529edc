import type { Reporter, TestModule, TestRunEndReason, TestSuite } from "vitest/node";

/**
 * Names what the tests of faults have tried and each skipped test with its reason, and closes the output of a run with `N passed, N failed, N skipped`. The line
 * is written when the process ends, so that nothing comes after it: not even what a global teardown prints.
 */
export default class ClosingLine implements Reporter {
  #account: Account | undefined;

  onInit() {
    process.once("exit", () => {
      // A run that broke off before its end (a global setup that failed, Ctrl-C) has proved nothing.
      const { passed, failed, skipped, cases } = this.#account ?? { passed: 0, failed: 1, skipped: [], cases: [] };
      const lines = [...cases.map((line) => `case: ${line}\n`), ...skipped.map((line) => `skipped: ${line}\n`)];
      process.stdout.write(`${lines.join("")}${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[], reason: TestRunEndReason) {
    this.#account = accountOf(modules, unhandledErrors, reason);
  }
}

interface Account {
  passed: number;
  failed: number;
  skipped: string[];
  cases: string[];
}

/** Counts tests; as a failure each also a file or suite with an error outside its tests, and each unhandled error. */
function accountOf(
  modules: readonly TestModule[],
  unhandledErrors: readonly unknown[],
  reason: TestRunEndReason,
): Account {
  const account: Account = { passed: 0, failed: unhandledErrors.length, skipped: [], cases: [] };
  for (const module of modules) {
    const groups: (TestModule | TestSuite)[] = [module, ...module.children.allSuites()];
    account.failed += groups.filter((group) => group.errors().length > 0).length;
    for (const test of module.children.allTests()) {
      const result = test.result();
      account.cases.push(...(test.meta().cases ?? []));
      if (result.state === "passed") account.passed += 1;
      else if (result.state === "skipped") {
        const reasonGiven = result.note === undefined ? "" : `: ${result.note}`;
        account.skipped.push(`${module.relativeModuleId} > ${test.fullName}${reasonGiven}`);
      } else account.failed += 1;
    }
  }
  // Vitest fails a run without a test (a filter that fits nothing).
  if (reason === "failed" && account.failed === 0) account.failed = 1;
  return account;
}

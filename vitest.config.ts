import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source", "node"] } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 90_000,
    pool: "forks",
    // One more than the cores of the smallest machine: tests wait for the database and for clocks.
    maxWorkers: 3,
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        // The core keeps nothing between its tests but tables that are read once, so that its files share a process.
        test: {
          name: "core",
          include: ["test/core/**/*.test.ts"],
          globalSetup: ["test/support/postgres-setup.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "doors",
          include: ["test/**/*.test.ts"],
          exclude: ["test/core/**", "test/flows/**"],
          globalSetup: ["test/support/postgres-setup.ts"],
        },
      },
      {
        extends: true,
        // Whole programs, which have the machine to themselves: npm test runs them last.
        test: {
          name: "flows",
          include: ["test/flows/**/*.test.ts"],
          globalSetup: ["test/support/postgres-setup.ts"],
        },
      },
    ],
  },
});

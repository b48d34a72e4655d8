/** Child processes, which nothing has warmed up and which can be killed. */
package io.multichat.benchmarks.child;

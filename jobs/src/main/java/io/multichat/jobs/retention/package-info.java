/** Retention: {@link io.multichat.jobs.retention.RetentionRun} deletes sessions that are older than the rules allow. */
package io.multichat.jobs.retention;

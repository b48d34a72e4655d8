/**
 * Waits for what a job has published. {@link io.multichat.jobs.wait.PipelineWait} waits until the topology has processed it and the
 * sinks have stored what the topology made of it.
 */
package io.multichat.jobs.wait;

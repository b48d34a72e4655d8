/**
 * Imports chat from files. {@link io.multichat.jobs.imports.read.FileReadings} reads the events,
 * {@link io.multichat.jobs.imports.EventPublisher} publishes them, and {@link io.multichat.jobs.wait.PipelineWait} counts what the
 * topology made of them and waits until everything is stored. {@link io.multichat.jobs.imports.ImportRun} runs these steps and returns
 * an {@link io.multichat.jobs.imports.ImportReport}.
 */
package io.multichat.jobs.imports;

/**
 * Brings chat from files into Multichat, in stages: {@link io.multichat.jobs.imports.LineReader} reads lines,
 * {@link io.multichat.jobs.imports.LinePublisher} publishes them, {@link io.multichat.jobs.imports.OutputFollower} sees what
 * became of them, {@link io.multichat.jobs.imports.TopologyWait} and {@link io.multichat.jobs.imports.SinkWait} wait until all
 * of it is done, {@link io.multichat.jobs.imports.ImportReport} tells. {@link io.multichat.jobs.imports.ImportRun} conducts.
 */
package io.multichat.jobs.imports;

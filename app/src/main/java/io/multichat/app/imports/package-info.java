/**
 * Brings chat from files into Multichat, in stages: {@link io.multichat.app.imports.LineReader} reads lines,
 * {@link io.multichat.app.imports.LinePublisher} publishes them, {@link io.multichat.app.imports.OutputFollower} sees what
 * became of them, {@link io.multichat.app.imports.TopologyWait} and {@link io.multichat.app.imports.SinkWait} wait until all
 * of it is done, {@link io.multichat.app.imports.ImportReport} tells. {@link io.multichat.app.imports.ImportRun} conducts.
 */
package io.multichat.app.imports;

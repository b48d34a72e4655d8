/**
 * Builds everything again from accepted chat: {@link io.multichat.jobs.rebuild.ReplayCollection} gathers the events of the archive and of
 * the topics in a {@link io.multichat.jobs.rebuild.ReplaySpool}, {@link io.multichat.jobs.rebuild.TopicReset} makes the topics empty, and
 * {@link io.multichat.jobs.rebuild.Replay} publishes the events again. {@link io.multichat.jobs.rebuild.RebuildRun} runs these steps and
 * continues after an interruption by its {@link io.multichat.jobs.rebuild.RebuildNotes}.
 */
package io.multichat.jobs.rebuild;

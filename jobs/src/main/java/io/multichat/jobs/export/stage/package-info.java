/**
 * Selects sessions and sorts them with everything that belongs to them, in a database on disk.
 * {@link io.multichat.jobs.export.stage.Staging} fills it, {@link io.multichat.jobs.export.stage.StagedChat} passes its content to
 * the files of a format.
 */
package io.multichat.jobs.export.stage;

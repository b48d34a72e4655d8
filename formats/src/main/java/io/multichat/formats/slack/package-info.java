/**
 * Slack: the export of a workspace as a folder or zip, single day files, and what slackdump writes.
 * {@link io.multichat.formats.slack.SlackExport} reads the files of an export, {@link io.multichat.formats.slack.SlackFile} one of
 * them, {@link io.multichat.formats.slack.SlackMessages} turns its messages into events.
 */
package io.multichat.formats.slack;

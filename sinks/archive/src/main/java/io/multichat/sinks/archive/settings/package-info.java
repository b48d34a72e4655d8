/** The settings of the connector, validated; {@link io.multichat.sinks.archive.settings.ArchiveSettings} is the result. */
package io.multichat.sinks.archive.settings;

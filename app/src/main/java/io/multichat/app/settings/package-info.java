/**
 * What can be configured: every {@link io.multichat.app.settings.Setting} with its default and rule, and the
 * {@link io.multichat.app.settings.Settings} of one run, read from a file, the environment and flags. The package
 * {@code kind} parses values. Only this package knows settings; other modules take plain records.
 */
package io.multichat.app.settings;

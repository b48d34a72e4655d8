/**
 * What can be configured: every {@link io.multichat.app.settings.Setting} with its default and its rule, and the
 * {@link io.multichat.app.settings.Settings} of one run, read from a file, from the environment and from flags.
 */
package io.multichat.app.settings;

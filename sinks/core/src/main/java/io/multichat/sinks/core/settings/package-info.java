/**
 * Validation of connectors: all problems at once, for a sink's own settings, for the Kafka Connect settings that every sink must
 * override, and for access to the store. Also the setting types for durations and sizes.
 */
package io.multichat.sinks.core.settings;

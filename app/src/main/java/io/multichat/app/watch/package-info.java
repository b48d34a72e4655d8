/**
 * Notices what others do to the topics while Multichat runs or is stopped: topics that were deleted, created again or given
 * other numbers of partitions, and records that were deleted before a store had read them.
 */
package io.multichat.app.watch;

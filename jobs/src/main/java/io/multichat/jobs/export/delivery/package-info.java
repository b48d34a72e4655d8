/**
 * Exports to a folder: names of files, compression, the manifest that proves that everything is there, and the notes by which an
 * interrupted export continues.
 */
package io.multichat.jobs.export.delivery;

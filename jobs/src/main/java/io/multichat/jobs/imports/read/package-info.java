/**
 * Reads the files of an import one after another: recognizes the format of each, and notes what was assumed and refused.
 */
package io.multichat.jobs.imports.read;

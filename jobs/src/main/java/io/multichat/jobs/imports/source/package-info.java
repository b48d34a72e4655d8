/**
 * What an import reads: a file, a folder, a zip, standard input or a pipe, compressed or not, each as a
 * {@link io.multichat.formats.ChatSource}.
 */
package io.multichat.jobs.imports.source;

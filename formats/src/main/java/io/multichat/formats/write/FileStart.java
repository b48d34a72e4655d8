package io.multichat.formats.write;

/**
 * What a writer knows when its file begins.
 *
 * @param options what the user says
 * @param contents the whole export
 * @param path the path of the file in the export, without its extension and part
 * @param part the number of the part, from 1
 */
public record FileStart(WriteOptions options, ExportContents contents, String path, int part) {}

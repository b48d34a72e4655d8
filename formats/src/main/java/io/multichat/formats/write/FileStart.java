package io.multichat.formats.write;

import java.nio.file.Path;

/**
 * What a writer knows when its file begins.
 *
 * @param options what the user says
 * @param contents the whole export
 * @param path the path of the file in the export, without its extension and part
 * @param part the number of the part, from 1
 * @param scratch a folder on a disk with room for temporary files of the size of this file
 */
public record FileStart(WriteOptions options, ExportContents contents, String path, int part, Path scratch) {}

package io.multichat.formats.write;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a writer knows when its file begins.
 *
 * @param options what the user says
 * @param contents the whole export; empty for a session that is written alone
 * @param path the path of the file in the export, without its extension and part
 * @param part the number of the part, from 1
 * @param scratch a folder on a disk with room for temporary files of the size of this file
 */
public record FileStart(WriteOptions options, Optional<ExportContents> contents, String path, int part, Path scratch) {}

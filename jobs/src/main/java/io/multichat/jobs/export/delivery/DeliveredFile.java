package io.multichat.jobs.export.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.multichat.formats.write.FileCounts;

/**
 * A finished file of a delivery.
 *
 * @param path relative to the folder, with {@code /}
 * @param format the name of its format
 * @param bytes its size
 * @param sha256 of its bytes, in hex
 * @param counts what it contains; zeros for a file that only lists others
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeliveredFile(String path, String format, long bytes, String sha256, FileCounts counts) {}

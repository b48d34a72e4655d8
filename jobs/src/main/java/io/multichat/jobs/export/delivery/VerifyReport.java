package io.multichat.jobs.export.delivery;

import java.util.List;

/**
 * The result of verifying a delivery.
 *
 * @param files number of files that the manifest lists
 * @param bytes their size
 * @param manifestSha256 the hash of the manifest itself, by which two people know that they have the same delivery
 * @param problems files that are missing, changed or not listed, one sentence each
 */
public record VerifyReport(long files, long bytes, String manifestSha256, List<String> problems) {}

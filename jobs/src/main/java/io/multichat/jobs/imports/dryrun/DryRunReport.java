package io.multichat.jobs.imports.dryrun;

import io.multichat.jobs.imports.read.ReadingReport;
import java.util.OptionalLong;

/**
 * What an import would publish.
 *
 * @param reading how the files were read
 * @param messages number of messages by participants
 * @param system number of joins, leaves, notices, and turns of systems and tools
 * @param senders number of senders of messages
 * @param conversations number of conversations
 * @param first time of the earliest message or system line, in UTC milliseconds; empty if there is none
 * @param last time of the latest one
 */
public record DryRunReport(
        ReadingReport reading,
        long messages,
        long system,
        long senders,
        long conversations,
        OptionalLong first,
        OptionalLong last) {}

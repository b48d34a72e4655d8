package io.multichat.jobs.imports.read;

import io.multichat.formats.Refusal;
import java.util.List;

/**
 * How files were read.
 *
 * @param formats the names of their formats, in the order of the files
 * @param assumed what the files do not say and the readers assumed, one sentence each; at most 100
 * @param refused number of places that did not become events
 * @param firstRefused the first of them, at most 20
 */
public record ReadingReport(List<String> formats, List<String> assumed, long refused, List<Refusal> firstRefused) {}

package io.multichat.jobs.erase;

import io.multichat.reading.audit.StoreAudit;
import io.multichat.reading.erase.ErasureSurvey;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The stores that an erasure changes.
 *
 * @param survey SQLite, which holds everything
 * @param others the other stores that exist, such as the archive and Redis
 * @param archive the archive's folder, which need not exist
 * @param sqliteFiles the database files that exist at the moment
 */
public record ErasureStores(
        ErasureSurvey survey, List<StoreAudit> others, Path archive, Supplier<List<Path>> sqliteFiles) {}

package io.multichat.jobs.export;

import io.multichat.formats.registry.FormatRegistry;
import io.multichat.formats.write.ExportFormat;
import io.multichat.jobs.export.parquet.ParquetFormat;

/** The formats of exports, those that need further libraries included. */
public final class ExportFormats {
    /** All formats. */
    public static final FormatRegistry<ExportFormat> ALL =
            FormatRegistry.WRITERS.with(ParquetFormat.NAME, new ParquetFormat());

    private ExportFormats() {}
}

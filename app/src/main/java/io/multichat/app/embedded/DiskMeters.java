package io.multichat.app.embedded;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The free and total space on the disks of folders.
 *
 * @param folders the folders, which need not exist
 */
public record DiskMeters(List<Path> folders) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        folders.forEach(folder -> {
            DiskSpace disk = new DiskSpace(folder);
            gauge("disk.free", disk::freeBytes, folder)
                    .description("Space that is left on the disk of a folder")
                    .register(registry);
            gauge("disk.total", disk::totalBytes, folder)
                    .description("Size of the disk of a folder")
                    .register(registry);
        });
    }

    private static Gauge.Builder<?> gauge(String name, Supplier<Number> bytes, Path folder) {
        return Gauge.builder(name, bytes).baseUnit("bytes").tag("path", folder.toString());
    }
}

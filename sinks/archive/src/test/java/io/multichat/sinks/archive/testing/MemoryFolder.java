package io.multichat.sinks.archive.testing;

import io.multichat.sinks.core.conformance.Scratch;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary folders in memory where the system has such a file system, since an archive spends most of its time in fsync. */
public final class MemoryFolder implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) {
        return Scratch.create("archive");
    }
}

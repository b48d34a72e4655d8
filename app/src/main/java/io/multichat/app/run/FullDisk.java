package io.multichat.app.run;

import io.multichat.app.embedded.DiskSpace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the disk is full before a part of {@code dev} fails because of it. Thread-safe. */
final class FullDisk {
    private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);

    private final DiskSpace disk;
    private final AtomicBoolean logged = new AtomicBoolean();

    FullDisk(DiskSpace disk) {
        this.disk = disk;
    }

    /** What to do, in one line; empty while there is space. Logs each time when the disk becomes full. */
    List<String> problems() {
        Optional<String> problem = disk.problem();
        if (problem.isPresent() != logged.getAndSet(problem.isPresent())) {
            problem.ifPresentOrElse(
                    text -> LOG.error("{}", text),
                    () -> LOG.warn("There is space on the disk of {} again", disk.folder()));
        }
        return problem.stream().toList();
    }
}
